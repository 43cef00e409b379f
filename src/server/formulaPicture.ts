// A formula of a post as a picture, with the macros that hold there.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import type { Pictures } from './pictures.js';
import { preambleOf } from './preamble.js';
import type { Settings } from './settings.js';

export interface PictureParts {
  readonly pictures: Pictures;
  readonly settings: () => Settings;
  /** The colour of text in the editor's theme. */
  readonly foreground: () => string;
}

interface PicturedFormula {
  /** The index of the block whose macros it uses. */
  readonly block: number;
  readonly tex: string;
  readonly display: boolean;
}

/** `null` where pictures are not wanted, or there is none. */
export async function formulaPicture(
  { pictures, settings, foreground }: PictureParts,
  post: Snapshot,
  { block, tex, display }: PicturedFormula,
  token: CancellationToken,
): Promise<string | null> {
  if (!settings().hoverPictures) return null;
  const job = { tex, display, preamble: preambleOf(post, block, tex), colour: foreground() };
  return pictures.picture(job, (cancel) => token.onCancellationRequested(cancel));
}
