// The contract of quick fixes: what mends a finding beside the one fix that its rule is certain of.
import type { ReportedFinding } from '../../checks/check.js';
import type { Message } from '../../checks/messages.js';
import type { Snapshot } from '../../core/post/facts.js';
import { inOrder, type Change, type PostChanges } from '../change.js';
import type { LanguageContext } from '../context.js';
import { keepsFormulas } from './keepsFormulas.js';

export interface QuickFix {
  /** What it does, as a menu offers it. */
  readonly title: Message;
  readonly posts: readonly PostChanges[];
  /** Readers see the page as it was, but for where its links lead. */
  readonly keepsPage: boolean;
}

export interface FixContext extends LanguageContext {
  readonly finding: ReportedFinding;
  /** The posts that the fixer reads, as they stand now; one that cannot be read is not among them. */
  readonly others: ReadonlyMap<string, Snapshot>;
}

/** One way to mend findings, which may offer several places for it. */
export interface Fixer {
  /** The codes of the rules whose findings it mends. */
  readonly rules: readonly string[];
  /** The paths of other posts whose text it needs. */
  reads?(context: Omit<FixContext, 'others'>): readonly string[];
  fixes(context: FixContext): readonly QuickFix[];
}

/** A fix of the post that was asked about; `changes` stand in order. */
export function fixHere(
  { post }: Pick<LanguageContext, 'post'>,
  title: Message,
  changes: readonly Change[],
  keepsPage = false,
): QuickFix {
  return { title, posts: [{ post, changes }], keepsPage };
}

/** Whether the formulas are left to readers as the fix says. */
export function keepsItsWord({ posts, keepsPage }: QuickFix): boolean {
  if (!keepsPage) return true;
  return posts.every(({ post, changes }) => keepsFormulas(post, inOrder(changes)));
}
