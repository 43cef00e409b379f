// Emphasis as Python-Markdown finds it: stars first, and then underscores that touch no word.
import { partOf, type Element, type Masked } from './masked.js';
import type { Found, Pattern, Reader } from './pattern.js';

type Tag = 'em' | 'strong';

/**
 * What stands between marks: `around` alone; `first`, and then what `around` holds behind it; or `around`,
 * and then what `last` holds in it. `lengths` are those of the marks before, between and behind.
 */
interface Form {
  readonly form: RegExp;
  readonly lengths: readonly number[];
  readonly tags: readonly [Tag] | readonly [around: Tag, inner: Tag];
  /** Whether the inner element comes behind the text of the other one, not before it. */
  readonly innerLast?: true;
}

const word = '[\\p{L}\\p{N}_]';

const stars: readonly Form[] = [
  { form: /\*{3}(.+?)\*(.*?)\*\*/sy, lengths: [3, 1, 2], tags: ['strong', 'em'] },
  { form: /\*{3}(.+?)\*\*(.*?)\*/sy, lengths: [3, 2, 1], tags: ['em', 'strong'] },
  {
    form: /\*\*(?!\*)([^*]+?)\*(?!\*)(.+?)\*{3}/sy,
    lengths: [2, 1, 3],
    tags: ['strong', 'em'],
    innerLast: true,
  },
  { form: /\*\*(.+?)\*\*/sy, lengths: [2, 2], tags: ['strong'] },
  { form: /\*([^*]+)\*/sy, lengths: [1, 1], tags: ['em'] },
];

const underscores: readonly Form[] = [
  { form: /_{3}(.+?)_(.*?)__/sy, lengths: [3, 1, 2], tags: ['strong', 'em'] },
  { form: /_{3}(.+?)__(.*?)_/sy, lengths: [3, 2, 1], tags: ['em', 'strong'] },
  {
    form: smart(`__(?!_)(.+?)(?<!${word})_(?!_)(.+?)_{3}`),
    lengths: [2, 1, 3],
    tags: ['strong', 'em'],
    innerLast: true,
  },
  { form: smart('__(?!_)(.+?)(?<!_)__'), lengths: [2, 2], tags: ['strong'] },
  { form: smart('_(?!_)(.+?)(?<!_)_'), lengths: [1, 1], tags: ['em'] },
];

function smart(form: string): RegExp {
  return new RegExp(`(?<!${word})${form}(?!${word})`, 'suy');
}

export const emphasisPatterns: readonly Pattern[] = [
  emphasis(/\*/g, stars),
  emphasis(/_/g, underscores),
];

function emphasis(begins: RegExp, forms: readonly Form[]): Pattern {
  const mark = begins.source.replace('\\', '');
  return {
    begins,
    retries: 'all',
    match: (masked, at, reader): Found => {
      const found = elementAt(masked, at, { forms, mark, first: 0 }, reader);
      if (found === null) return at + 1;
      const element = withLater(found.element, 0, reader);
      return { to: found.to, part: { kind: 'element', end: masked.start + found.to, ...element } };
    },
  };
}

interface Marks {
  readonly forms: readonly Form[];
  readonly mark: string;
  /** Only the forms from this one on are tried. */
  readonly first: number;
}

interface FoundElement {
  readonly element: Element;
  readonly to: number;
  readonly index: number;
}

function elementAt(masked: Masked, at: number, marks: Marks, reader: Reader): FoundElement | null {
  const { text } = masked;
  for (let index = marks.first; index < marks.forms.length; index++) {
    const form = marks.forms[index];
    if (form === undefined || !mayMatch(text, at, form, marks.mark)) continue;
    reader.parts.spend(text.length - at);
    form.form.lastIndex = at;
    const match = form.form.exec(text);
    if (match === null) continue;
    const to = form.form.lastIndex;
    return {
      element: built(masked, match, { ...marks, first: index + 1 }, form, reader),
      to,
      index,
    };
  }
  return null;
}

/** Whether there are enough marks at the place and behind it; without them some forms take long to fail. */
function mayMatch(text: string, at: number, { lengths }: Form, mark: string): boolean {
  const [open = 1] = lengths;
  if (!text.startsWith(mark.repeat(open), at)) return false;
  return lengths.slice(1).every((length) => text.lastIndexOf(mark.repeat(length)) > at + open);
}

function built(
  masked: Masked,
  match: RegExpExecArray,
  marks: Marks,
  form: Form,
  reader: Reader,
): Element {
  const [open = 0, between = 0] = form.lengths;
  const first = match.index + open;
  const firstEnd = first + (match[1] ?? '').length;
  const second = firstEnd + between;
  const content = (from: number, to: number): Element['content'] =>
    contentOf(partOf(masked, from, to), marks, reader);
  const [tag, innerTag] = form.tags;
  const firstContent = content(first, firstEnd);
  if (innerTag === undefined) return { tag, content: firstContent, link: null };
  const secondContent = content(second, second + (match[2] ?? '').length);
  const inner = (of: Element['content']): Element => ({ tag: innerTag, content: of, link: null });
  return form.innerLast
    ? { tag, content: [...firstContent, inner(secondContent)], link: null }
    : { tag, content: [inner(firstContent), ...secondContent], link: null };
}

/** The elements of the smaller forms in an element, and what is text between them. */
function contentOf(masked: Masked, marks: Marks, reader: Reader): Element['content'] {
  const content: (Masked | Element)[] = [];
  let from = 0;
  for (let at = masked.text.indexOf(marks.mark); at >= 0 && !reader.parts.isSpent;) {
    let { first } = marks;
    let end = at;
    for (;;) {
      const found = elementAt(masked, end, { ...marks, first }, reader);
      if (found === null) break;
      content.push(partOf(masked, from, end), found.element);
      from = end = found.to;
      first = found.index + 1;
    }
    at = masked.text.indexOf(marks.mark, end === at ? at + 1 : end);
  }
  content.push(partOf(masked, from, masked.text.length));
  return content;
}

/** Deeper in, and behind an element, the same marks may pair once more. */
function withLater({ tag, content, link }: Element, depth: number, reader: Reader): Element {
  let isFirst = depth === 0;
  const read = content.map((part): Masked | Element => {
    if ('tag' in part) {
      isFirst = false;
      return withLater(part, depth + 1, reader);
    }
    return isFirst ? reader.later(part) : reader.again(part);
  });
  return { tag, content: read, link };
}
