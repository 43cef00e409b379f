// Raw HTML of a post as it may stand in a page without any other guard: known tags and attributes, written anew.
import { wordTable } from '../core/text/wordTable.js';
import { attribute } from './escapeHtml.js';

const tags = new Set(
  (
    'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col ' +
    'colgroup data dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr i img ins kbd li mark menu nav nobr ol p pre q rb rp rt rtc ruby s samp section ' +
    'small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

const attributes = new Set(
  (
    'abbr align alt aria-hidden aria-label axis bgcolor border cellpadding cellspacing char cite clear color ' +
    'colspan compact datetime dir face headers height hidden hspace id lang loading noshade nowrap open ' +
    'reversed rowspan rules scope size span start summary title translate type valign value vspace width'
  ).split(' '),
);

const tagPattern =
  /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Tags that hold code or styles go with all they hold; comments too; other unknown tags go alone. */
export function sanitizeHtml(html: string): string {
  const lowerCase = html.toLowerCase();
  let output = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return output + html.slice(at);
    output += html.slice(at, open);
    const end = skipped(html, lowerCase, open);
    if (end > open) {
      at = end;
      continue;
    }
    const tag = tagPattern.exec(html.slice(open, open + maxTagLength));
    output += tag ? writeTag(tag) : '&lt;';
    at = open + (tag ? tag[0].length : 1);
  }
  return output;
}

/** Longer tags are text: no post has them, and each `<` would be looked at to the end. */
const maxTagLength = 4_096;

const heldTags = /^<(script|style|iframe|object|noscript|template|textarea|title|xmp|svg|math)\b/i;

/** Where a comment, a declaration or a forbidden element that begins here ends; `open` if none does. */
function skipped(html: string, lowerCase: string, open: number): number {
  if (html.startsWith('<!--', open)) return behind(html, '-->', open + 4);
  if (html.startsWith('<!', open) || html.startsWith('<?', open)) return behind(html, '>', open);
  const name = heldTags.exec(html.slice(open, open + 16))?.[1];
  if (name === undefined) return open;
  const close = lowerCase.indexOf(`</${name.toLowerCase()}`, open);
  return close < 0 ? html.length : behind(html, '>', close);
}

function behind(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

function writeTag(tag: RegExpExecArray): string {
  const [, slash = '', rawName = '', rest = ''] = tag;
  const name = rawName.toLowerCase();
  if (!tags.has(name)) return '';
  if (slash !== '') return `</${name}>`;
  const kept = [...rest.matchAll(attributePattern)].map((found) =>
    writeAttribute(
      name,
      (found[1] ?? '').toLowerCase(),
      decode(found[2] ?? found[3] ?? found[4] ?? ''),
    ),
  );
  return `<${name}${kept.join('')}>`;
}

function writeAttribute(tag: string, name: string, value: string): string {
  if (attributes.has(name)) return attribute(name, value);
  if (name === 'name' && tag === 'a') return attribute(name, value);
  if (name === 'class') return writeClasses(value);
  const isSafe = (name === 'href' && isSafeLink(value)) || (name === 'src' && isSafePicture(value));
  return isSafe ? attribute(name, value) : '';
}

/** Of code that is coloured already; any other could pretend to be a number or a reference of ours. */
function writeClasses(value: string): string {
  const kept = value.split(/\s+/).filter((name) => /^(?:hljs|language)-[\w-]+$/.test(name));
  return kept.length === 0 ? '' : attribute('class', kept.join(' '));
}

/** Relative, or of a scheme that opens a page, a letter or a call. */
export function isSafeLink(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(asRead(address)) || safeLink.test(asRead(address));
}

function isSafePicture(address: string): boolean {
  return isSafeLink(address) || /^data:image\//i.test(asRead(address));
}

const safeLink = /^(?:https?|ftp|mailto|tel):/i;

/** Without what browsers skip where they read a scheme. */
function asRead(address: string): string {
  // eslint-disable-next-line no-control-regex -- these they skip
  return address.replace(/[\u0000-\u0020]/g, '');
}

const named = wordTable<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  colon: ':',
});

/** Entities that could hide a scheme; the rest is escaped again as it stands. */
function decode(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
