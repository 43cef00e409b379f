// Where the worksheet beside a post is, or may be made.
import { worksheetBeside } from '../core/post/worksheetFile.js';
import { editRequests, type WorksheetFilePlace } from '../protocol/editing.js';
import { isPostRequest } from '../protocol/server.js';
import { answerRequest } from './answered.js';
import type { Server } from './serverParts.js';
import { nameOf } from './uri.js';

export function registerWorksheetFilePlace(server: Server): void {
  answerRequest(
    server,
    editRequests.worksheetFile,
    'Looking for a worksheet',
    isPostRequest,
    (request) => fileBeside(server, request.uri),
  );
}

/** Outside of the workspace no worksheet would be read. */
async function fileBeside(
  { blogs, worksheets, files }: Server,
  post: string,
): Promise<WorksheetFilePlace | null> {
  await blogs.loaded();
  const uri = worksheetBeside(post);
  if (uri === null || blogs.workspaceFolderOf(post) === null) return null;
  const isOpen = worksheets.openAt(uri) !== undefined;
  return { uri, name: nameOf(uri), exists: isOpen || (await files.stat(uri)) !== null };
}
