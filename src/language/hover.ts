// Hover on a label, a reference or a link to an equation: the equation and its number.
import type { LabelFault } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import { factsOf } from '../core/blog/factsOf.js';
import type { LanguageContext } from './context.js';
import { findLabel } from './countingLabel.js';
import { labelAt } from './symbols/label.js';

export interface HoverAnswer {
  readonly span: Span;
  readonly key: string;
  /** The post that holds the equation; its snapshot gives the equation to show. */
  readonly path: string;
  /** `null` where no equation has the label. */
  readonly label: HoverLabel | null;
}

export interface HoverLabel {
  readonly number: string | null;
  readonly fault: LabelFault | null;
  readonly references: number;
}

export function hover(context: LanguageContext, offset: number): HoverAnswer | null {
  const symbol = labelAt(context, offset);
  if (!symbol) return null;
  const { key, path, span } = symbol;
  const facts = factsOf(context, path);
  const label = facts && findLabel(facts.labels, key);
  if (!label) return { span, key, path, label: null };
  const references = facts.references.filter((reference) => reference.key === key).length;
  return { span, key, path, label: { number: label.number, fault: label.fault, references } };
}
