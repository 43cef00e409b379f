// Which key of the front matter a site asks for before it loads its math engine, and what reads its posts first.
import { expect, it } from 'vitest';
import { detectSite } from '../../../../src/core/site/detect/detectSite.js';
import { isSiteFile } from '../../../../src/core/site/detect/siteFolder.js';

type Folder = Readonly<Record<string, string>>;

const script = '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js"></script>';

function siteOf(folder: Folder): ReturnType<typeof detectSite> {
  const paths = Object.keys(folder);
  return detectSite({
    names: new Set(paths.map((path) => path.replace(/\/.*/s, '/'))),
    texts: new Map(Object.entries(folder).filter(([path]) => isSiteFile(path))),
  });
}

/** `expected`: the key, and where it was read, lines from 1; `null` for none. */
function checkSwitch(folder: Folder, expected: string | null): void {
  const found = siteOf(folder)?.mathSwitch;
  const text = found && `${found.value} ${found.source.file}:${found.source.line + 1}`;
  expect(text ?? null).toBe(expected);
}

const jekyll = (files: Folder): Folder => ({
  '_config.yml': 'title: T',
  '_posts/a.md': '',
  ...files,
});
const hugo = (files: Folder): Folder => ({ 'hugo.toml': 'title = "T"', ...files });
const hexo = (packages: string, files: Folder): Folder => ({
  'package.json': `{ "dependencies": { "hexo": "7"${packages} } }`,
  ...files,
});

it('reads the condition around a script', () => {
  const layout = `<html>\n{% if page.mathjax %}\n${script}\n{% endif %}`;
  checkSwitch(jekyll({ '_layouts/post.html': layout }), 'mathjax _layouts/post.html:3');
  const one = `{%- if page.math == true -%}${script}{%- endif -%}`;
  checkSwitch(jekyll({ '_includes/head.html': one }), 'math _includes/head.html:1');
  const partial = `{{ if .Params.math }}\n${script}\n{{ end }}`;
  checkSwitch(hugo({ 'layouts/partials/head.html': partial }), 'math layouts/partials/head.html:2');
});

it('reads the condition around what takes the script in', () => {
  const include = { '_includes/mathjax.html': script };
  const layout = '{% if page.usemath %}{% include mathjax.html %}{% endif %}';
  checkSwitch(jekyll({ ...include, '_layouts/post.html': layout }), 'usemath _layouts/post.html:1');
  const partial = '{{ if .Params.katex }}{{ partial "math.html" . }}{{ end }}';
  checkSwitch(
    hugo({ 'layouts/partials/math.html': script, 'layouts/_default/baseof.html': partial }),
    'katex layouts/_default/baseof.html:1',
  );
});

it('states no key where a page may load the engine without it', () => {
  const inLayout = (layout: string, more: Folder = {}): void => {
    checkSwitch(jekyll({ '_layouts/post.html': layout, ...more }), null);
  };
  const asked = `{% if page.math %}${script}{% endif %}`;
  inLayout(script);
  inLayout(`{% if page.math or site.math %}${script}{% endif %}`);
  inLayout(`{% if page.math %}a{% else %}${script}{% endif %}`);
  inLayout(`{% if site.math %}${asked}{% endif %}`);
  inLayout(`{% unless page.plain %}${script}{% endunless %}`);
  inLayout(`{% if page.math %}a{% endif %}${script}`);
  inLayout(asked, { '_layouts/page.html': script });
  inLayout(asked, { '_includes/head.html': `{% if page.katex %}${script}{% endif %}` });
  inLayout(asked, { '_config.yml': 'defaults:\n- values: { math: true }' });
  inLayout('{% include mathjax.html %}', { '_includes/mathjax.html': script });
  inLayout(`<!-- ${asked} -->`);
  checkSwitch(hugo({ 'layouts/a.html': `{{ if or .Params.math .x }}${script}{{ end }}` }), null);
});

it('knows when Hexo asks for the key', () => {
  const filter = ',\n"hexo-filter-mathjax": "0.9"';
  checkSwitch(hexo(filter, { '_config.yml': 'title: T' }), 'mathjax package.json:2');
  const stated = { '_config.yml': 'mathjax:\n  every_page: false' };
  checkSwitch(hexo(filter, stated), 'mathjax _config.yml:2');
  checkSwitch(hexo(filter, { '_config.yml': 'mathjax:\n  every_page: true' }), null);
  const theme = 'math:\n  every_page: false\n  mathjax:\n    enable: true\n';
  checkSwitch(hexo('', { '_config.next.yml': theme }), 'mathjax _config.next.yml:2');
  checkSwitch(hexo('', { '_config.next.yml': theme.replace('false', 'true') }), null);
  checkSwitch(hexo('', {}), null);
});

it('tells what reads the posts before Markdown does', () => {
  expect(siteOf(jekyll({}))?.templates).toBe('liquid');
  expect(siteOf(hexo('', {}))?.templates).toBe('nunjucks');
  const off = { '_config.yml': 'marked:\n  disableNunjucks: true' };
  expect(siteOf(hexo('', off))?.templates).toBeNull();
  expect(siteOf(hugo({}))?.templates).toBeNull();
  expect(siteOf({ 'mkdocs.yml': '' })?.templates).toBeNull();
});
