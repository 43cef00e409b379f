// Reads the posts whose displays the worksheets of a post take, each under its own setting.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Snapshot } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import {
  linksOfWorksheets,
  readLinkedDisplays,
  type LinkedDisplays,
} from '../evaluate/linkedDisplay.js';
import type { EvaluationChoices } from '../evaluate/postInput.js';
import { liesIn } from './liesIn.js';
import type { PostFile } from './postFile.js';
import { PostSettings } from './postSettings.js';
import { readText } from './readText.js';

/** How posts are read; plain data, that can travel to a thread. */
export interface ReadingOptions {
  /** The working directory. */
  readonly cwd: string;
  /** What `--config` names. */
  readonly config: string | undefined;
  /** In megabytes. */
  readonly maxSize: number;
}

export class LinkedPosts {
  readonly options: ReadingOptions;
  /** Few posts link: only for those are configurations read. */
  #settings: PostSettings | null = null;

  constructor(options: ReadingOptions) {
    this.options = options;
  }

  /** `absolute` is the file of the post; its path in its blog bounds what is read. */
  displaysFor(post: Snapshot, worksheet: string | null, absolute: string): Promise<LinkedDisplays> {
    const links = linksOfWorksheets(post, worksheet);
    const here = path.posix.dirname(post.path);
    const beside = (place: string): string =>
      path.resolve(path.dirname(absolute), path.posix.relative(here, place));
    return readLinkedDisplays(post, links, (target) =>
      this.#read(beside(target), target, beside('.')),
    );
  }

  async #read(file: string, target: string, blog: string): Promise<Snapshot | null> {
    const { cwd, config, maxSize } = this.options;
    if (!(await isFileIn(blog, file))) return null;
    const text = await readText(file, target, maxSize);
    if (typeof text !== 'string') return null;
    this.#settings ??= new PostSettings(cwd, config);
    const { site, config: found } = await this.#settings.of(file);
    const { macros } = found;
    return openSnapshot({ path: target, version: 0, text, site: site.site, macros });
  }
}

/** Of one command. */
export function linkedPostsFor(
  { cwd }: Pick<ReadingOptions, 'cwd'>,
  { config, maxSize }: { readonly config?: string; readonly maxSize: number },
): LinkedPosts {
  return new LinkedPosts({ cwd, config, maxSize });
}

/** A post with the displays of others that its worksheets take. */
export async function readForEvaluation(
  { absolute, blogPath, text, site: { site }, macros }: PostFile,
  worksheet: string | null,
  posts: LinkedPosts,
): Promise<{ readonly snapshot: Snapshot; readonly choices: EvaluationChoices }> {
  const snapshot = openSnapshot({ path: blogPath, version: 0, text, site, macros });
  const linked = await posts.displaysFor(snapshot, worksheet, absolute);
  return { snapshot, choices: { worksheet, linked } };
}

/** A pipe is no file: it would be waited for. */
async function isFileIn(folder: string, file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile() && (await liesIn(file, [folder]));
  } catch {
    return false;
  }
}
