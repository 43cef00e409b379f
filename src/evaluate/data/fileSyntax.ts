// What `\operatorname{file}(…)` says in a formula.
import type { Span } from '../../core/text/span.js';
import type { NamedData } from './dataFile.js';

export interface FileSyntax {
  readonly kind: 'file';
  /** `null` outside of a definition. */
  readonly data: NamedData | null;
  readonly span: Span;
}
