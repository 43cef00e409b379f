// A macro: a command that the post defines, or its blog for all posts.
import { blockAtOffset } from '../../core/markdown/blockList.js';
import { noMacros, type NumberingMacros } from '../../core/numbering/macros.js';
import type { Snapshot } from '../../core/post/facts.js';
import { identityText } from '../../core/text/mapped.js';
import { reaches, type Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';
import { blockMacroTokens, macroTokens, postMacroTokens, type MacroToken } from './macroTokens.js';
import type { WorksheetText } from './occurrence.js';

export interface MacroSymbol {
  readonly kind: 'macro';
  /** Without its backslash. */
  readonly name: string;
  /** The post that defines it; `null` for a macro of the blog. */
  readonly path: string | null;
  /**
   * Which of the post's definitions is meant, in their order; `null` where the name stands in what another
   * macro gives, which means what it means where that is used.
   */
  readonly definition: number | null;
  readonly span: Span;
  readonly keySpan: Span;
}

export function macroAt({ post }: LanguageContext, offset: number): MacroSymbol | null {
  const block = blockAtOffset(post.blocks, offset);
  const token = blockMacroTokens(post, block).find(({ span }) => reaches(span, offset));
  if (!token) return null;
  const { name, span, nameSpan: keySpan } = token;
  if (!ownMacros(post).commands.has(name)) return null;
  const meaning = meaningsOf(post, name).find((one) => one.token.span.start === span.start);
  if (!meaning) return null;
  const { definition } = meaning;
  const isOfBlog = blogMacrosOf(post).commands.has(name);
  // What is defined nowhere before is what the math engine gives.
  if (definition === beforeAll && !isOfBlog) return null;
  const path = definition === beforeAll || (definition === null && isOfBlog) ? null : post.path;
  return { kind: 'macro', name, path, definition, span, keySpan };
}

/** Of one post. */
export function macroOccurrences(post: Snapshot, symbol: MacroSymbol): readonly MacroToken[] {
  const { name, path, definition } = symbol;
  if (path !== null && path !== post.path) return [];
  if (path === null && !blogMacrosOf(post).commands.has(name)) return [];
  const meant = path === null ? beforeAll : definition;
  return meaningsOf(post, name)
    .filter((one) => meant === null || one.definition === null || one.definition === meant)
    .map(({ token }) => token);
}

/** Worksheets know the macros of their posts. */
export function worksheetMacroTokens(
  { post, lines }: WorksheetText,
  { name, path }: Pick<MacroSymbol, 'name' | 'path'>,
): readonly MacroToken[] {
  if (path !== null && path !== post) return [];
  return macroTokens(identityText(lines.join(''), 0), name);
}

/** Those that hold before the post begins. */
export function blogMacrosOf({ math }: Snapshot): NumberingMacros {
  return math[0]?.macrosBefore ?? noMacros;
}

/** Those of the blog, and all that the post defines somewhere. */
function ownMacros({ math }: Snapshot): NumberingMacros {
  return math.at(-1)?.macrosBehind ?? noMacros;
}

/** No definition of the post stands before it. */
const beforeAll = -1;

interface Meaning {
  readonly token: MacroToken;
  readonly definition: MacroSymbol['definition'];
}

function meaningsOf(post: Snapshot, name: string): readonly Meaning[] {
  let last = beforeAll;
  return postMacroTokens(post, name).map((token) => {
    const { isDeferred, role } = token;
    if (!isDeferred && role === 'definition') last++;
    return { token, definition: isDeferred ? null : last };
  });
}
