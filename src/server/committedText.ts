// The texts that posts had in the last commit, which the client knows of its source control.
import type { Connection } from 'vscode-languageserver';
import { clientRequests } from '../protocol/server.js';

/** Answers `null` for a post that is not in it, and for all where the client cannot tell. */
export function committedTexts(
  connection: Connection,
  isAnswered: () => boolean,
): (uri: string) => Promise<string | null> {
  return async (uri) => {
    if (!isAnswered()) return null;
    try {
      const text: unknown = await connection.sendRequest(clientRequests.committedText, { uri });
      return typeof text === 'string' ? text : null;
    } catch {
      return null;
    }
  };
}
