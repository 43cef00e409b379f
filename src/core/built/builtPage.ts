// What a built page holds for the math engine, in the order of the page: texts as far as MathJax reads on,
// and formulas that the site's generator has rendered already.
import { Parser } from 'htmlparser2';

export interface BuiltPage {
  readonly title: string | null;
  readonly pieces: readonly BuiltPiece[];
  /** How many formulas are pictures that do not tell their TeX. */
  readonly untold: number;
}

export type BuiltPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean };

/** Deeper than this nobody writes; the parser takes ever longer for an element the deeper it lies. */
const deepest = 5_000;

/** In characters: how much is read before the depth is looked at again. */
const pieceLength = 50_000;

/** Never fails: any text is HTML of some kind. Where it nests too deep the page ends. */
export function readBuiltPage(html: string): BuiltPage {
  const reader = new PageReader();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      reader.open(name, attributes);
    },
    ontext: (text) => {
      reader.text(text);
    },
    onclosetag: (name) => {
      reader.close(name);
    },
  });
  for (let at = 0; at < html.length && reader.depth <= deepest; at += pieceLength) {
    parser.write(html.slice(at, at + pieceLength));
  }
  parser.end();
  return reader.page();
}

type Attributes = Readonly<Record<string, string>>;

/** Elements whose text MathJax and KaTeX pass over. */
const skipped: ReadonlySet<string> = new Set(
  'code noscript option pre select script style svg template textarea'.split(' '),
);

const contentClasses = new Set(
  'post-content entry-content article-content post-body markdown-body e-content'.split(' '),
);

/** How surely an element holds the post and nothing around it; the surest comes first. */
const contentKinds = ['article', 'class', 'main'] as const;
type ContentKind = (typeof contentKinds)[number];

/** An element of which only a part counts, or none. */
interface Special {
  readonly kind: 'title' | 'skipped' | 'script' | 'rendered';
  readonly display: boolean;
  /** How many elements are open in it, itself included. */
  depth: number;
  /** The depth of the annotation with the TeX, once it began. */
  annotation: number | null;
  text: string | null;
}

interface Content {
  readonly kind: ContentKind;
  readonly start: number;
  end: number;
}

class PageReader {
  readonly #pieces: BuiltPiece[] = [];
  readonly #contents: Content[] = [];
  /** For each open element, the content that ends with it. */
  readonly #open: (Content | null)[] = [];
  #title: string | null = null;
  #untold = 0;
  #text = '';
  #special: Special | null = null;
  /** `katex-display` is the element around the one with the formula. */
  #isDisplay = false;

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length + (this.#special?.depth ?? 0);
  }

  open(name: string, attributes: Attributes): void {
    const special = this.#special;
    if (special) {
      special.depth++;
      if (special.kind === 'rendered') openInFormula(special, name, attributes);
      return;
    }
    // A line break does not end a text, any other element does.
    if (name === 'br') this.#text += '\n';
    if (name === 'br' || name === 'wbr') return;
    this.#endText();
    const classes = (attributes['class'] ?? '').split(/\s+/);
    this.#special = specialOf(name, attributes, classes, this.#isDisplay);
    this.#isDisplay = classes.includes('katex-display');
    if (this.#special) return;
    const kind = contentKindOf(name, attributes, classes);
    const content = kind && { kind, start: this.#pieces.length, end: Infinity };
    if (content) this.#contents.push(content);
    this.#open.push(content);
  }

  text(text: string): void {
    const special = this.#special;
    if (!special) this.#text += text;
    else if (special.kind !== 'rendered' || special.annotation !== null) {
      special.text = (special.text ?? '') + text;
    }
  }

  close(name: string): void {
    const special = this.#special;
    if (special) {
      if (--special.depth === 0) this.#endSpecial(special);
      else if (special.annotation !== null && special.depth < special.annotation) {
        special.annotation = null;
      }
      return;
    }
    if (name === 'br' || name === 'wbr') return;
    this.#endText();
    this.#isDisplay = false;
    const content = this.#open.pop();
    if (content) content.end = this.#pieces.length;
  }

  page(): BuiltPage {
    this.#endText();
    const { start = 0, end = Infinity } = this.#content() ?? {};
    return {
      title: this.#title,
      pieces: this.#pieces.slice(start, end),
      untold: this.#untold,
    };
  }

  /** What lies around the post, such as lists of other posts, is none of it. */
  #content(): Content | undefined {
    for (const kind of contentKinds) {
      const found = this.#contents.filter((content) => content.kind === kind);
      if (found.length === 1) return found[0];
    }
    return undefined;
  }

  #endSpecial({ kind, text, display }: Special): void {
    this.#special = null;
    if (kind === 'title') this.#title ??= text?.trim() || null;
    if (kind === 'rendered' && text === null) this.#untold++;
    if (text === null || kind === 'title' || kind === 'skipped') return;
    this.#pieces.push({ kind: 'formula', tex: withoutCdata(text), display });
  }

  #endText(): void {
    if (this.#text.trim() !== '') this.#pieces.push({ kind: 'text', text: this.#text });
    this.#text = '';
  }
}

/** KaTeX and pandoc keep the TeX in an annotation, MathJax 4 in an attribute. */
function openInFormula(special: Special, name: string, attributes: Attributes): void {
  if (special.text !== null) return;
  if (name === 'annotation' && /tex/i.test(attributes['encoding'] ?? '')) {
    special.annotation = special.depth;
  } else special.text = attributes['data-latex'] ?? null;
}

function specialOf(
  name: string,
  attributes: Attributes,
  classes: readonly string[],
  isDisplay: boolean,
): Special | null {
  const special = (kind: Special['kind'], display = false): Special => {
    return { kind, display, depth: 1, annotation: null, text: null };
  };
  if (name === 'title') return special('title');
  // kramdown writes formulas so for MathJax 2.
  const script =
    name === 'script' && /^math\/tex(;\s*mode=display)?/.exec(attributes['type'] ?? '');
  if (script) return special('script', script[1] !== undefined);
  if (name === 'mjx-container' || name === 'math' || classes.includes('katex')) {
    const { display } = attributes;
    return special('rendered', isDisplay || display === 'true' || display === 'block');
  }
  const ignored = classes.includes('tex2jax_ignore') || classes.includes('mathjax_ignore');
  return skipped.has(name) || ignored ? special('skipped') : null;
}

function contentKindOf(
  name: string,
  attributes: Attributes,
  classes: readonly string[],
): ContentKind | null {
  if (name === 'article') return 'article';
  if (classes.some((name) => contentClasses.has(name))) return 'class';
  return name === 'main' || attributes['role'] === 'main' ? 'main' : null;
}

function withoutCdata(tex: string): string {
  return tex.replace(/^\s*%?\s*<!\[CDATA\[/, '').replace(/%?\s*\]\]>\s*$/, '');
}
