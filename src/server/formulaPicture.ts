// A formula of a post as a picture in the editor's colours, with the macros that hold there.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import type { TypesetJob } from './mathjax.js';
import { preambleOf } from './preamble.js';
import type { Server } from './serverParts.js';

interface PicturedFormula extends Pick<TypesetJob, 'tex' | 'display' | 'refusesUnknown'> {
  /** The index of the block whose macros it uses. */
  readonly block: number;
}

/** `null` where there is none. */
export function formulaPicture(
  { pictures, options }: Server,
  post: Snapshot,
  { block, tex, display, refusesUnknown = false }: PicturedFormula,
  token: CancellationToken,
): Promise<string | null> {
  const preamble = preambleOf(post, block, tex);
  const job = { tex, display, preamble, colour: options().foreground, refusesUnknown };
  return pictures.picture(job, (cancel) => token.onCancellationRequested(cancel));
}

/** `null` also where hovers and completion are to show TeX. */
export async function pictureToHover(
  server: Server,
  post: Snapshot,
  formula: PicturedFormula,
  token: CancellationToken,
): Promise<string | null> {
  return server.settings.current.hoverPictures
    ? formulaPicture(server, post, formula, token)
    : null;
}
