// A post as the command line knows it: its file, its blog and its site.
import type { FileStamp } from '../core/blog/keptPosts.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { Config } from '../core/site/config.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { SiteLayout } from '../core/site/layout.js';
import type { SiteReading } from '../core/site/site.js';
import type { WorksheetFile } from './worksheetFile.js';

export interface PostFile {
  /** From the working directory, with `/`; `-` for standard input. */
  readonly file: string;
  readonly absolute: string;
  /** Read where it is first asked for. */
  readonly text: string;
  /** What its file was known by when it was found; `null` where the text was at hand, or is another by now. */
  readonly stamp: FileStamp | null;
  /** The worksheet in a file of its own beside it. */
  readonly worksheet: WorksheetFile | null;
  readonly site: SiteReading;
  /** What the files around it tell of its site. */
  readonly detected: DetectedSite | null;
  /** Where its site serves files from; `null` where no site is known. */
  readonly layout: SiteLayout | null;
  /** The macros of its blog. */
  readonly macros: NumberingMacros;
  readonly rules: Config['rules'];
  /** The folder of its configuration, else the folder that was named or that of the named file. */
  readonly blog: string;
  /** From that folder. */
  readonly blogPath: string;
  /** Whether every post of its blog is being read. */
  readonly wholeBlog: boolean;
}

export const standardInput = '-';

export function isStandardInput({ file }: Pick<PostFile, 'file'>): boolean {
  return file === standardInput;
}
