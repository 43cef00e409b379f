// The text of a file that is no open post: as an editor has it, else as the file is.
import { clientRequests } from '../protocol/server.js';
import type { Server } from './serverParts.js';

type Parts = Pick<Server, 'files' | 'connection'>;

/** `read` reads the file; `null` where it cannot be read. */
export async function textNow(
  { files, connection }: Parts,
  uri: string,
  read = () => files.readText(uri),
): Promise<string | null> {
  const unsaved: unknown = await connection
    .sendRequest(clientRequests.unsavedText, { uri })
    // Other editors do not know the question.
    .catch(() => null);
  if (typeof unsaved === 'string') return unsaved;
  const file = await read();
  return 'text' in file ? file.text : null;
}
