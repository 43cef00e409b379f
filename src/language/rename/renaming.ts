// What a rename would write, or why it writes nothing and where the reason stands.
import { lineStarts, positionAt } from '../../core/text/lines.js';
import type { Span } from '../../core/text/span.js';
import type { TextChanges, WrittenText } from '../change.js';

export type RenameFault =
  /** No engine, or no post, could take the name. */
  | 'label-name'
  | 'macro-name'
  | 'known-command'
  /** Something else has the name, or an address that is the same. */
  | 'label-taken'
  | 'macro-taken'
  /** It is named where nothing has it: that place would mean something then. */
  | 'label-awaited'
  /** A macro makes it of its arguments. */
  | 'not-written'
  /** What it means depends on where it is used. */
  | 'several-meanings'
  /** It is defined where no edit reaches. */
  | 'outside'
  /** The post would not be read as meant. */
  | 'misread';

export interface RenameRefusal {
  readonly kind: 'refused';
  readonly why: RenameFault;
  /** A name. */
  readonly subject: string;
  readonly place: { readonly path: string; readonly line: number } | null;
}

export type RenameAnswer =
  { readonly kind: 'changes'; readonly texts: readonly TextChanges[] } | RenameRefusal;

/** `span` is where the reason stands in a text, where it stands in one. */
export function refuseRename(
  why: RenameFault,
  subject: string,
  text: WrittenText | null = null,
  span: Span = { start: 0, end: 0 },
): RenameRefusal {
  if (text === null) return { kind: 'refused', why, subject, place: null };
  const { line } = positionAt(lineStarts(text.lines), span.start);
  return { kind: 'refused', why, subject, place: { path: text.path, line } };
}
