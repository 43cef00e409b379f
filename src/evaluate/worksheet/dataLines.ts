// Lines that bind data: `w = \operatorname{file}(attention.npy)`.
import type { MappedText } from '../../core/text/mapped.js';
import type { DataRequest, NamedData } from '../data/dataFile.js';
import { fileNameAt } from '../data/fileNames.js';
import { refuse } from '../refusal.js';
import type { RelationSyntax } from '../syntax.js';
import type { LeftSide } from './forms.js';

export type DataOf = (request: DataRequest) => NamedData;

/** With what the right side reads. Anywhere else a file stays without data, and is refused there. */
export function withData(
  relation: RelationSyntax,
  left: LeftSide | null,
  text: MappedText,
  dataOf: DataOf | undefined,
): RelationSyntax {
  const [first, file, ...rest] = relation.operands;
  const isBound = left?.kind === 'name' || left?.kind === 'indexed';
  if (first === undefined || file?.kind !== 'file' || !isBound) return relation;
  const request = fileNameAt(text, file.span.start)?.request ?? refuse('data.form', file.span);
  const data = dataOf?.(request) ?? null;
  return { ...relation, operands: [first, { ...file, data }, ...rest] };
}
