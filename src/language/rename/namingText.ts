// The texts of a rename alike, posts or not: where each holds a name, and what becomes of it with changes.
import type { NumberingMacros } from '../../core/numbering/macros.js';
import type { Snapshot } from '../../core/post/facts.js';
import { openSnapshot } from '../../core/post/snapshot.js';
import type { Change, WrittenText } from '../change.js';
import { blogMacrosOf } from '../symbols/macro.js';
import type { Occurrence } from '../symbols/occurrence.js';

/** In a post or another text, where a name stands, in order. */
export type FindNames<Text, Found extends Occurrence> = (
  text: Text,
  name: string,
) => readonly Found[];

export interface NamingText<Found extends Occurrence> {
  readonly text: WrittenText;
  readonly named: (name: string) => readonly Found[];
  /** The changes stand in order and do not overlap. */
  readonly with: (changes: readonly Change[]) => NamingText<Found>;
  /** What readers see of it, names aside. */
  readonly reading: () => string;
}

/** `macros` are those that hold before the post begins once it is changed. */
export function namingPost<Found extends Occurrence>(
  post: Snapshot,
  find: FindNames<Snapshot, Found>,
  macros: NumberingMacros = blogMacrosOf(post),
): NamingText<Found> {
  const { path, version, site } = post;
  return {
    text: post,
    named: (name) => find(post, name),
    with: (changes) => {
      const text = rewrite(post, changes);
      return namingPost(openSnapshot({ path, version, site, text, macros }), find);
    },
    reading: () => readingOf(post),
  };
}

/** A worksheet, or a file of macros: readers see none of it. */
export function namingFile<Text extends WrittenText, Found extends Occurrence>(
  file: Text,
  find: FindNames<Text, Found>,
): NamingText<Found> {
  return {
    text: file,
    named: (name) => find(file, name),
    with: (changes) => namingFile({ ...file, lines: [rewrite(file, changes)] }, find),
    reading: () => '',
  };
}

function rewrite({ lines }: WrittenText, changes: readonly Change[]): string {
  const source = lines.join('');
  let result = '';
  let at = 0;
  for (const { span, text } of changes) {
    result += source.slice(at, span.start) + text;
    at = span.end;
  }
  return result + source.slice(at);
}

function readingOf({ facts, blocks }: Snapshot): string {
  return JSON.stringify([
    facts.displays.map(({ environment, rows, error }) => [
      environment,
      rows.map(({ number, labels }) => [number, labels.length]),
      error?.code,
    ]),
    facts.labels.map(({ number, fault }) => [number, fault]),
    facts.references.map(({ command, number }) => [command, number]),
    [facts.headings, facts.links, facts.citations, facts.numbers].map(({ length }) => length),
    blocks.blocks.map(({ kind, formulas }) => [kind, formulas.length]),
  ]);
}
