// HTML of a post in the page of the preview. @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createSanitizer, type ImageChoices } from '../../src/preview/sanitize.js';
import { createHarness } from '../support/previewHarness.js';

const images: ImageChoices = {
  base: 'https://files.example/posts/',
  remoteImages: false,
  blocked: 'not loaded: {0}',
};

function sanitized(html: string, choices: Partial<ImageChoices> = {}): string {
  const holder = document.createElement('div');
  holder.append(createSanitizer(window, { ...images, ...choices })(html));
  return holder.innerHTML;
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="vbscript:x">x</a>',
  '<iframe src="https://example.org"></iframe>',
  '<object data="x"></object><embed src="x">',
  '<form action="https://example.org"><input name=q autofocus onfocus=alert(1)></form>',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<link rel=stylesheet href="https://example.org/x.css">',
  '<base href="https://example.org/">',
  '<style>body{display:none}</style>',
  '<p style="background:url(https://example.org/x)">x</p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<video src="https://example.org/x" onerror=alert(1)></video>',
  '<details open ontoggle=alert(1)>x</details>',
];

it('lets nothing run, load or restyle', () => {
  for (const html of hostile) {
    const clean = sanitized(html);
    expect(clean, html).not.toMatch(
      /<(?:script|iframe|object|embed|form|input|meta|link|base|style|svg|math)\b/i,
    );
    expect(clean, html).not.toMatch(/\son\w+\s*=|javascript:|vbscript:|\sstyle\s*=/i);
  }
});

it('neutralises the same HTML in a post', () => {
  for (const html of hostile) {
    const harness = createHarness();
    harness.write(`text ${html}\n`);
    harness.controller.start();
    harness.settle();
    const handlers = [...harness.root.querySelectorAll('*')].flatMap(({ attributes }) =>
      [...attributes].filter(({ name }) => name.startsWith('on')),
    );
    expect(handlers, html).toEqual([]);
    expect(harness.root.querySelector('script, iframe, form, style, link, meta'), html).toBeNull();
  }
});

it('keeps what posts need', () => {
  const html =
    '<h2 id="a">x</h2><p align="center"><font color="red">y</font> <b>z</b></p>' +
    '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table><details><summary>s</summary>t</details>';
  expect(sanitized(html)).toBe(html);
});

it('finds pictures beside the post, and loads none from the network unasked', () => {
  expect(sanitized('<img src="a b.png" alt="x">')).toBe(
    '<img src="https://files.example/posts/a%20b.png" alt="x">',
  );
  for (const address of [
    'https://example.org/x.png',
    '//example.org/x.png',
    'http://example.org/x',
    ' https://example.org/x.png',
    '\\\\example.org\\x.png',
    '/\\example.org/x.png',
    '/\t/example.org/x.png',
    'https://[',
  ]) {
    const clean = sanitized(`<img src="${address}" alt="a picture">`);
    expect(clean).not.toContain('<img');
    expect(clean).toContain(`title="not loaded: ${address.trim()}">a picture</span>`);
  }
  expect(sanitized('<img src="https:x.png">')).not.toContain('blocked');
  expect(sanitized('<img src="https://example.org/x.png">', { remoteImages: true })).toContain(
    '<img',
  );
});

it('leaves out what loads by itself, and keeps what stands in it', () => {
  expect(sanitized('<video src="x" poster="y"></video><audio src="x"></audio>')).toBe('');
  expect(sanitized('<picture><source srcset="x"><b>y</b></picture>')).toBe('<b>y</b>');
  expect(sanitized('<table background="x"></table>')).toBe('<table></table>');
  expect(sanitized('<template><b>x</b></template><marquee>y</marquee>')).not.toContain('<');
});

it('shows nothing of a frameset, and what comes after it', () => {
  const harness = createHarness();
  harness.write('<frameset onload=alert(1)></frameset>\n\nafter\n');
  harness.controller.start();
  harness.settle();
  expect(harness.root.textContent).toContain('after');
  expect(sanitized('<frameset onload=alert(1)></frameset>')).toBe('');
});

it('takes nothing of the post for a number or a reference of ours', () => {
  const harness = createHarness();
  const pretended =
    '<a class="eq-ref" data-command="eqref" href="#x">a</a> <b class="eq-number">b</b> ' +
    '<b class="display" data-line="7"><b class="eq-numbers"><b class="eq-number">c</b></b></b>';
  harness.write(
    `${pretended} \\begin{equation}x\\label{a}\\end{equation} ${pretended} $\\eqref{a}$\n`,
  );
  harness.controller.start();
  harness.settle();
  const texts = (selector: string): readonly (string | null)[] =>
    [...harness.root.querySelectorAll(selector)].map((element) => element.textContent);
  expect(texts('.eq-number')).toEqual(['(1)']);
  expect(texts('a.eq-ref')).toEqual(['(1)']);
  expect(texts('.display')).toHaveLength(1);
});

it('trusts nothing that pretends to be a formula', () => {
  const harness = createHarness();
  const fake =
    '<span class="formula" data-tex="\\href{javascript:alert(1)}{x}" data-references="[1,{">y</span>' +
    '<span class="formula" data-tex="\\htmlStyle{color:red}{x}">z</span>' +
    '<b class="formula" data-tex="\\href{eqref:0}{x}" data-references=\'[["ref","javascript:x"]]\'>w</b>';
  harness.write(`${fake}\n`);
  harness.controller.start();
  harness.settle();
  expect(harness.root.innerHTML).not.toContain('href="javascript:');
  expect(harness.root.querySelectorAll('.formula')).toHaveLength(0);
  expect(harness.root.querySelectorAll('a, [style*="color:red"]')).toHaveLength(0);
});
