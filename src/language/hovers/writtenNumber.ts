// Hover on a number that was written by hand: whose equation it names, and that equation.
import { postOfLink } from '../../core/blog/linkedPost.js';
import type { DisplayFacts, Snapshot } from '../../core/post/facts.js';
import { reaches, type Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';
import { texOf, withoutLabels, type Equation } from '../equation.js';

export interface WrittenNumber {
  readonly span: Span;
  readonly number: string;
  /** The post that has the equation. */
  readonly path: string;
}

/** `null` also for the number of who knows what equation. */
export function writtenNumberAt(
  { post, blog }: LanguageContext,
  offset: number,
): WrittenNumber | null {
  const written = post.facts.numbers.find(({ span }) => reaches(span, offset));
  if (!written || written.of === 'unknown') return null;
  const { span, number, of } = written;
  const path = of === 'own' ? post.path : postOfLink(post.path, of.link, blog);
  return path === null ? null : { span, number, path };
}

export interface NumberedEquation extends Equation {
  /** The index of its block. */
  readonly block: number;
}

/** `null` where none has the number, or several have. */
export function equationNumbered(post: Snapshot, number: string): NumberedEquation | null {
  const found = post.facts.displays.filter(({ rows }) => rows.some((row) => row.number === number));
  const [display, ...others] = found;
  return display && others.length === 0 ? equationIn(post, display, number) : null;
}

function equationIn(
  post: Snapshot,
  display: DisplayFacts,
  number: string,
): NumberedEquation | null {
  const tex = texOf(post, display);
  const shown = display.rows.find((row) => row.number === number)?.shown ?? null;
  if (tex === null || shown === null) return null;
  const { line, block } = display;
  return { tex: withoutLabels(post, tex), shown, line, block };
}
