// What a running server is made of.
import type { Connection } from 'vscode-languageserver';
import type { ServerOptions } from '../protocol/server.js';
import type { Blogs } from './blogs.js';
import type { Checker } from './checker.js';
import type { ClientState } from './clientState.js';
import type { EarlierPosts } from './earlierPosts.js';
import type { Evaluation } from './evaluation.js';
import type { Files } from './files.js';
import type { Log } from './log.js';
import type { PictureFinder } from './pictureFinder.js';
import type { Pictures } from './pictures.js';
import type { Resting } from './resting.js';
import type { SettingsReader } from './settingsReader.js';
import type { SurroundingsReader } from './surroundings.js';
import type { PostStore } from './store.js';
import type { WorksheetChecker } from './worksheetChecker.js';
import type { WorksheetFiles } from './worksheetFiles.js';
import type { WorksheetPosts } from './worksheetPosts.js';

/** The parts of a running server, for features that live in files of their own. */
export interface Server {
  readonly connection: Connection;
  readonly log: Log;
  readonly store: PostStore;
  readonly files: Files;
  readonly blogs: Blogs;
  readonly evaluation: Evaluation;
  readonly worksheets: WorksheetFiles;
  readonly worksheetPosts: WorksheetPosts;
  readonly worksheetChecker: WorksheetChecker;
  readonly pictures: Pictures;
  readonly pictureFinder: PictureFinder;
  readonly checker: Checker;
  readonly earlier: EarlierPosts;
  readonly surroundings: SurroundingsReader;
  readonly settings: SettingsReader;
  readonly resting: Resting;
  readonly client: ClientState;
  readonly options: () => ServerOptions;
}
