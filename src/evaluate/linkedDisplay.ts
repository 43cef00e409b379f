// Displays of other posts that a worksheet takes: `\eqref{other-post.md#eq:x}` is that display as if written here.
import { labelOfFragment, resolveLink, type LinkTarget } from '../core/blog/links.js';
import type { Snapshot } from '../core/post/facts.js';
import { referencesIn } from '../core/post/worksheets.js';
import { identityText } from '../core/text/mapped.js';
import type { TexMacros } from '../tex/tree.js';
import type { Span } from '../core/text/span.js';
import type { FormulaText } from './formulaText.js';
import { macrosFor } from './macrosFor.js';

export type LinkedDisplay =
  /** With the macros that hold where it stands. */
  | { readonly kind: 'display'; readonly tex: string; readonly macros: TexMacros }
  | { readonly kind: 'refused'; readonly code: LinkRefusal };

export type LinkRefusal = 'reference.no-post' | 'reference.no-label';

/** What `\eqref{other-post.md#eq:x}` names; all that is wrong with it is wrong where it is first named. */
export type LinkedFormula = { readonly label: string; readonly at: Span } & (
  { readonly formula: FormulaText; readonly macros: TexMacros } | { readonly code: LinkRefusal }
);

/** By what worksheets write in `\eqref`. */
export type LinkedDisplays = ReadonlyMap<string, LinkedDisplay>;

/** What the worksheets of a post link to; a link that leaves the blog leads nowhere. */
export function linksOfWorksheets(
  { path, facts }: Snapshot,
  worksheet: string | null,
): ReadonlyMap<string, LinkTarget | null> {
  const references = [
    ...facts.worksheetReferences,
    ...(worksheet === null ? [] : referencesIn(identityText(worksheet, 0))),
  ];
  const keys = references.map(({ key }) => key).filter((key) => key.includes('#'));
  return new Map(keys.map((key) => [key, resolveLink(path, key)]));
}

/** The posts that these links lead to. */
export function linkedPosts(links: ReadonlyMap<string, LinkTarget | null>): ReadonlySet<string> {
  return new Set([...links.values()].flatMap((target) => target?.path ?? []));
}

/** `read` is asked for each of the other posts once. */
export async function readLinkedDisplays(
  own: Snapshot,
  links: ReadonlyMap<string, LinkTarget | null>,
  read: (path: string) => Promise<Snapshot | null>,
): Promise<LinkedDisplays> {
  const posts = new Map<string, Snapshot | null>();
  for (const path of linkedPosts(links)) if (path !== own.path) posts.set(path, await read(path));
  return linkedDisplays(own, links, (path) => posts.get(path) ?? null);
}

/** `postAt` gives the other posts that were read; what is none of them is refused. */
export function linkedDisplays(
  own: Snapshot,
  links: ReadonlyMap<string, LinkTarget | null>,
  postAt: (path: string) => Snapshot | null,
): LinkedDisplays {
  return new Map(
    [...links].map(([key, target]) => {
      const post = target && (target.path === own.path ? own : postAt(target.path));
      return [key, post ? displayAt(post, target.fragment) : refused('reference.no-post')];
    }),
  );
}

function displayAt(post: Snapshot, fragment: string): LinkedDisplay {
  const label = labelOfFragment(post.facts.labels, fragment);
  const display = label && post.facts.displays[label.display];
  const formula = display && post.blocks.blocks[display.block]?.formulas[display.formula];
  if (!formula) return refused('reference.no-label');
  const { text } = formula.tex;
  return { kind: 'display', tex: text, macros: macrosFor(post, [text]) };
}

function refused(code: LinkRefusal): LinkedDisplay {
  return { kind: 'refused', code };
}
