// Reads the posts whose displays the worksheets of a post take.
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { Snapshot } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { Site } from '../core/site/site.js';
import {
  linkedDisplays,
  linksOfWorksheets,
  type LinkedDisplays,
} from '../evaluate/linkedDisplay.js';
import type { EvaluationChoices } from '../evaluate/postInput.js';
import { findData } from './dataFiles.js';
import type { PostFile } from './postFile.js';
import { readTextNow } from './readText.js';

interface Reading {
  /** Of the post that links. */
  readonly absolute: string;
  readonly site: Site;
  readonly macros: NumberingMacros;
  /** In megabytes. */
  readonly maxSize: number;
}

/** A post with the displays of others that its worksheets take, and the data beside it. */
export function readForEvaluation(
  { absolute, blogPath, text, site: { site }, macros }: PostFile,
  worksheet: string | null,
  maxSize: number,
): { readonly snapshot: Snapshot; readonly choices: EvaluationChoices } {
  const snapshot = openSnapshot({ path: blogPath, version: 0, text, site, macros });
  const linked = readLinked(snapshot, worksheet, { absolute, site, macros, maxSize });
  const data = findData(snapshot, worksheet, { absolute, maxSize });
  return { snapshot, choices: { worksheet, linked, data } };
}

/** The path of the post is that in its blog: nothing outside of that is read. */
export function readLinked(
  post: Snapshot,
  worksheet: string | null,
  reading: Reading,
): LinkedDisplays {
  const links = linksOfWorksheets(post, worksheet);
  return linkedDisplays(post, links, (target) => readPost(post.path, target, reading));
}

function readPost(from: string, target: string, reading: Reading): Snapshot | null {
  const { site, macros, maxSize } = reading;
  const here = path.posix.dirname(from);
  const beside = (place: string): string =>
    path.resolve(path.dirname(reading.absolute), path.posix.relative(here, place));
  const absolute = plainFile(beside(target));
  const blog = realPath(beside('.'));
  if (absolute === null || blog === null || !absolute.startsWith(blog + path.sep)) return null;
  const text = readTextNow(absolute, target, maxSize);
  if (typeof text !== 'string') return null;
  return openSnapshot({ path: target, version: 0, text, site, macros });
}

/** `null` of what is no file: a pipe would be waited for. */
function plainFile(file: string): string | null {
  const absolute = realPath(file);
  const found = absolute === null ? undefined : statSync(absolute, { throwIfNoEntry: false });
  return found?.isFile() === true ? absolute : null;
}

/** Where links lead. */
function realPath(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}
