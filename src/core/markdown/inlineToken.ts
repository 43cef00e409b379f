// One construct of a text.
import type { Protection } from '../site/engine.js';
import { entityAt } from '../site/entities.js';
import type { FoundFormula } from './formula.js';

export interface Extent {
  readonly start: number;
  readonly end: number;
}

export type InlineToken =
  | (Extent & {
      readonly kind: 'formula';
      readonly formula: FoundFormula;
      /** `null` where the engine leaves alone all that the math engine will find. */
      readonly protection: Protection | null;
    })
  | (Extent & {
      readonly kind: 'escape' | 'code' | 'html' | 'comment' | 'element' | 'text' | 'cellEnd';
    })
  | (Extent & { readonly kind: 'entity'; readonly text: string })
  | (Extent & {
      readonly kind: 'reference';
      readonly command: 'ref' | 'eqref';
      readonly key: Extent;
    })
  | (Extent & { readonly kind: 'autolink'; readonly target: string })
  | (Extent & LinkToken)
  | (Extent & { readonly kind: 'delimiters' });

export interface LinkToken {
  readonly kind: 'link' | 'image';
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly target: string;
  readonly targetStart: number;
  readonly targetEnd: number;
}

export function entityTokenAt(text: string, at: number): InlineToken | null {
  const entity = entityAt(text, at);
  return entity && { kind: 'entity', start: at, end: entity.end, text: entity.text };
}
