// The equation behind a reference, shown while it is looked at. @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { peekSubject } from '../../src/preview/links.js';
import { Peek } from '../../src/preview/peek.js';
import { createSanitizer } from '../../src/preview/sanitize.js';
import { englishStrings } from '../../src/preview/strings.js';
import { createTypesetter } from '../../src/preview/typesetter.js';
import type { FromPreview } from '../../src/protocol/preview.js';
import { createHarness, type Harness } from '../support/previewHarness.js';

const post =
  '$\\newcommand{\\m}{\\mu}$ by $\\eqref{b}$, $z+\\eqref{b}$, \\eqref{none}, [words](#eq:a), [all](#), [out](https://example.org/#eq:a)\n\n' +
  '- item\n  $$u$$\n  \\begin{align}\\m&=b\\label{eq:a}\\\\c&=\\eqref{eq:a}\\label{b}\\end{align}\n';

let harness: Harness;
let peek: Peek;
let asked: FromPreview[];
/** What waits for its time. */
let waiting: (() => void)[];

beforeEach(() => {
  document.body.replaceChildren();
  harness = createHarness();
  harness.write(post);
  harness.controller.start();
  harness.settle();
  document.body.append(harness.root);
  asked = [];
  waiting = [];
  peek = new Peek({
    root: harness.root,
    tools: { typesetter: createTypesetter(document, englishStrings), strings: englishStrings },
    sanitize: createSanitizer(window, { base: '', remoteImages: false, blocked: '{0}' }),
    post: (message) => void asked.push(message),
    subjectOf: (anchor) => peekSubject(harness.controller, anchor),
    later: (_, callback) => {
      waiting.push(callback);
      return () => void (waiting = waiting.filter((other) => other !== callback));
    },
  });
});

/** Everything that was waited for is due. */
function timePasses(): void {
  for (const callback of waiting.splice(0)) callback();
}

/** The server answers all that it was asked, in order. */
async function answer(): Promise<void> {
  for (const message of asked.splice(0)) {
    const before = harness.received.length;
    harness.say(message);
    await expect.poll(() => harness.received.length).toBeGreaterThan(before);
    for (const reply of harness.toPreview.splice(0)) {
      if (reply.kind === 'peeked') peek.show(reply.request, reply.equation);
    }
  }
}

function link(text: string, at = 0): HTMLElement {
  const found = [...harness.root.querySelectorAll('a')].filter((a) => a.textContent === text)[at];
  if (!found) throw new Error(`No link reads ${text}.`);
  return found;
}

function point(type: string, target: Element): void {
  target.dispatchEvent(new MouseEvent(type, { bubbles: true }));
}

async function lookAt(target: HTMLElement): Promise<void> {
  point('pointerover', target);
  timePasses();
  await answer();
}

const element = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.peek:not([hidden])');
const numbers = (): readonly string[] =>
  [...(element()?.querySelectorAll('.eq-number') ?? [])].map((number) => number.textContent);

it.each(['(2)', 'words'])(
  'shows the display that %s names, and no other of its block',
  async (text) => {
    await lookAt(link(text));
    expect(numbers()).toEqual(['(1)', '(2)']);
    expect(element()?.querySelector('.named')?.textContent).toBe(text === 'words' ? '(1)' : '(2)');
    expect(element()?.querySelectorAll('.display')).toHaveLength(1);
  },
);

it('typesets it with the macros and references of its post, and without links', async () => {
  await lookAt(link('(2)', 1));
  expect(element()?.querySelector('annotation')?.textContent).toContain('\\mu');
  expect(element()?.querySelector('.eq-ref')?.textContent).toBe('(1)');
  expect(element()?.querySelectorAll('a[href]')).toHaveLength(0);
});

it('is described by it for a screen reader, as long as it is there', async () => {
  await lookAt(link('(2)'));
  expect(link('(2)').getAttribute('aria-describedby')).toBe(element()?.id);
  peek.close();
  expect(link('(2)').hasAttribute('aria-describedby')).toBe(false);
});

it('asks nothing about links that name no equation', () => {
  for (const text of ['(???)', 'out']) {
    point('pointerover', link(text));
    timePasses();
  }
  expect(asked).toEqual([]);
});

it('shows nothing where there is no such equation', async () => {
  await lookAt(link('all'));
  expect(element()).toBeNull();
});

it('asks nothing of a pointer that only passes', () => {
  point('pointerover', link('(2)'));
  point('pointerout', link('(2)'));
  timePasses();
  expect(asked).toEqual([]);
});

it('stays while the pointer is in it, and goes when that leaves', async () => {
  await lookAt(link('(2)'));
  point('pointerout', link('(2)'));
  element()?.dispatchEvent(new MouseEvent('pointerenter'));
  timePasses();
  expect(numbers()).toHaveLength(2);
  element()?.dispatchEvent(new MouseEvent('pointerleave'));
  timePasses();
  expect(element()).toBeNull();
});

it('goes on Escape, which does nothing else then', async () => {
  await lookAt(link('(2)'));
  const escape = (): boolean =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
  expect(escape()).toBe(false);
  expect(element()).toBeNull();
  expect(escape()).toBe(true);
});

it('shows the equation of a link that has the focus of the keyboard, until it is left', async () => {
  link('words').focus();
  await answer();
  expect(numbers()).toEqual(['(1)', '(2)']);
  link('words').blur();
  expect(element()).toBeNull();
});

it('follows the post while it changes, until the link is gone', async () => {
  const writes = async (text: string): Promise<void> => {
    harness.write(text);
    harness.settle();
    peek.patched();
    await answer();
  };
  link('words').focus();
  await answer();
  peek.patched();
  await answer();
  expect(numbers()).toEqual(['(1)', '(2)']);
  await writes(post.replace('c&=', 'd&=\\tag{9}'));
  expect(numbers()).toEqual(['(1)', '(9)']);
  await writes(post.replace('\\label{eq:a}', ''));
  expect(element()).toBeNull();
  expect(link('words').hasAttribute('aria-describedby')).toBe(false);
  await writes(post);
  expect(numbers()).toEqual(['(1)', '(2)']);
  await writes(post.replace('[words](#eq:a)', 'words'));
  expect(element()).toBeNull();
});

it('drops an answer that comes when something else is looked at', async () => {
  point('pointerover', link('(2)'));
  timePasses();
  const [late] = asked.splice(0);
  await lookAt(link('words'));
  if (late) asked.push(late);
  await answer();
  expect(element()?.querySelector('.named')?.textContent).toBe('(1)');
});

it('drops an answer that comes when the link is gone', async () => {
  point('pointerover', link('(2)'));
  timePasses();
  link('(2)').remove();
  await answer();
  expect(element()).toBeNull();
});

it('runs nothing of what it shows', () => {
  point('pointerover', link('(2)'));
  timePasses();
  const request = asked[0]?.kind === 'peek' ? asked[0].request : -1;
  const html =
    '<div class="display"><img src="x" onerror="alert(1)"><script>alert(1)</script></div>';
  const texts = {
    rows: [],
    references: [],
    faults: [],
    results: [],
    beyondCut: [],
    deadLinks: [],
    damage: [],
  };
  peek.show(request, { html, texts, row: 0, post: '<b>title</b>' });
  expect(element()?.querySelector('script, [onerror], b')).toBeNull();
  expect(element()?.querySelector('.peek-post')?.textContent).toBe('<b>title</b>');
});
