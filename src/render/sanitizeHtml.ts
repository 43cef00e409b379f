// Raw HTML of a post for a page that has no other guard: known tags and attributes, written anew.
import { wordTable } from '../core/text/wordTable.js';
import { attribute } from './escapeHtml.js';

const tags = new Set(
  (
    'a abbr b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl ' +
    'dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s ' +
    'samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt ' +
    'u ul var wbr'
  ).split(' '),
);

const attributes = new Set(
  (
    'align alt border cellpadding cellspacing cite class color colspan datetime dir face height id ' +
    'lang open reversed rowspan size span start title type valign value width'
  ).split(' '),
);

const addresses = new Set(['href', 'src']);

const tagPattern =
  /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Tags that hold code or styles go with all they hold; comments too; other unknown tags go alone. */
export function sanitizeHtml(html: string): string {
  let output = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return output + html.slice(at);
    output += html.slice(at, open);
    const end = skipped(html, open);
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
function skipped(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return behind(html, '-->', open + 4);
  if (html.startsWith('<!', open) || html.startsWith('<?', open)) return behind(html, '>', open);
  const name = heldTags.exec(html.slice(open, open + 16))?.[1];
  if (name === undefined) return open;
  const close = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, open);
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
    writeAttribute((found[1] ?? '').toLowerCase(), found[2] ?? found[3] ?? found[4] ?? ''),
  );
  return `<${name}${kept.join('')}>`;
}

function writeAttribute(name: string, value: string): string {
  if (attributes.has(name)) return attribute(name, decode(value));
  return addresses.has(name) && isSafeAddress(decode(value)) ? attribute(name, decode(value)) : '';
}

/** Relative, or of a scheme that shows and never runs. */
function isSafeAddress(address: string): boolean {
  // eslint-disable-next-line no-control-regex -- browsers skip them where a scheme is read
  const plain = address.replace(/[\u0000-\u0020]/g, '');
  return !/^[a-z][a-z0-9+.-]*:/i.test(plain) || /^(?:https?|mailto):|^data:image\//i.test(plain);
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
