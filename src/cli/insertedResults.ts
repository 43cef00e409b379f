// Results of a post with what is wrong with the tables and pictures that were inserted from them.
import { insertedResultsOf } from '../core/post/insertedResults.js';
import type { Snapshot } from '../core/post/facts.js';
import type { SiteLayout } from '../core/site/layout.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { readPictures } from '../language/inserted/pictureFiles.js';
import {
  insertedFaults,
  staleInserted,
  type StaleInserted,
} from '../language/inserted/staleInserted.js';
import { withPictures } from '../render/plots/withPictures.js';
import { blogFiles, blogFolder } from './blogFiles.js';

interface PostPlace {
  readonly absolute: string;
  readonly layout: Pick<SiteLayout, 'staticFolders'> | null;
}

export async function withInsertedFaults(
  post: Snapshot,
  results: readonly EvaluationResult[],
  place: PostPlace,
): Promise<readonly EvaluationResult[]> {
  const stale = await staleIn(post, results, place);
  return stale.length === 0 ? results : [...results, ...insertedFaults(stale)];
}

/** With the files that make them fresh: plots are drawn for it. */
export async function insertedUpdates(
  post: Snapshot,
  results: readonly EvaluationResult[],
  place: PostPlace,
): Promise<readonly StaleInserted[]> {
  const stale = await staleIn(post, results, place);
  if (!stale.some(({ kind }) => kind === 'plot')) return stale;
  return staleIn(post, await withPictures(results), place);
}

async function staleIn(
  post: Snapshot,
  results: readonly EvaluationResult[],
  { absolute, layout }: PostPlace,
): Promise<readonly StaleInserted[]> {
  if (insertedResultsOf(post).length === 0) return [];
  const files = blogFiles(blogFolder(absolute, post.path));
  return staleInserted(post, results, await readPictures(post, layout, files));
}
