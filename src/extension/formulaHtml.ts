// A formula as a page: its picture, and what is said of it. Nothing in it runs.
import type { Equation } from '../protocol/equations.js';
import type { LibraryFormula } from '../protocol/library.js';
import { escaped } from './previewHtml.js';

/** At the foot of the page: the list hangs over its head. */
const STYLE = `
  body {
    min-height: 100vh;
    box-sizing: border-box;
    margin: 0;
    padding: 1.5em 2em;
    display: flex;
    flex-direction: column;
    justify-content: end;
    align-items: start;
    line-height: 1.6;
  }
  h1, p, ul { margin: 0.3em 0; }
  img { max-width: 100%; margin: 1em 0; font-size: 1.2em; }
  ul { padding-left: 1.2em; }
  code { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** A formula of the library, and where it is from. */
export function formulaHtml(
  { title, about, kind, source, definition, call, facts }: LibraryFormula,
  picture: string | null,
  language: string,
): string {
  const items = [...facts, source].map((fact) => `<li>${escaped(fact)}</li>`);
  return pageHtml(
    title,
    `<p>${escaped(kind)}</p>
${shown(definition, picture)}
<p>${escaped(about)}</p>
<p><code>${escaped(call)}</code></p>
<ul>${items.join('')}</ul>`,
    language,
  );
}

/** An equation of the blog, under its number and label. */
export function equationHtml(
  { shown: number, label, tex, post }: Equation,
  title: string,
  picture: string | null,
  language: string,
): string {
  const about = [number, label, post].filter((part) => part !== null).join(' · ');
  return pageHtml(title, `<p>${escaped(about)}</p>\n${shown(tex, picture)}`, language);
}

function shown(tex: string, picture: string | null): string {
  return picture === null
    ? `<p><code>${escaped(tex)}</code></p>`
    : `<img alt="${escaped(tex)}" src="${escaped(picture)}">`;
}

function pageHtml(title: string, body: string, language: string): string {
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>`;
}
