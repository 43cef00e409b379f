// Requests between client and server beyond the Language Server Protocol, and what they carry.
import type { AnalysisAnswer, AnalysisChoice } from './analysis.js';

export const serverRequests = {
  checkPost: 'postulate/checkPost',
  checkAll: 'postulate/checkAll',
  evaluatePost: 'postulate/evaluatePost',
  /** The value of the formula at the caret, or which symbol of it is not bound. */
  evaluateAt: 'postulate/evaluateAt',
  /** Whether the steps of the display at the caret hold. */
  checkAt: 'postulate/checkAt',
  pythonAt: 'postulate/pythonAt',
  /** The value at the caret, with all its digits; `null` where there is none. */
  valueAt: 'postulate/valueAt',
  /** The picture of the formula at a place of a post; `null` outside of formulas. */
  formulaAt: 'postulate/formulaAt',
  /** The site of a post and the macros of its blog; `null` where no blog is shown. */
  pageSetting: 'postulate/pageSetting',
  /** What turns a post into a page, and which files say so. */
  site: 'postulate/site',
  /** What to write into the configuration for another site. */
  changeSite: 'postulate/changeSite',
  /** What the pages of a built site show otherwise than the posts. */
  compareBuilt: 'postulate/compareBuilt',
  /** Whether a post says where its excerpt ends. */
  hasExcerpt: 'postulate/hasExcerpt',
  /** The page of a post, which needs nothing beside itself; `null` where the post is not open. */
  exportPage: 'postulate/exportPage',
  /** A post as another place takes it; `null` where the post is not open. */
  publishPost: 'postulate/publishPost',
  /** The post that a link leads to; `null` where it leads to none of the blog. */
  link: 'postulate/link',
  /** The link to an equation of a post, by its label; `null` where the post is not open. */
  equationLink: 'postulate/equationLink',
} as const;

/** From the server: files of schemes that it cannot read itself. */
export const fileRequests = {
  directory: 'postulate/files/directory',
  read: 'postulate/files/read',
  stat: 'postulate/files/stat',
} as const;

/** From the server: what only the client knows. */
export const clientRequests = {
  /** The text of a post in the last commit; `null` where there is none. */
  committedText: 'postulate/committedText',
  /** The text of a file that an editor has changed and not saved; `null` for any other. */
  unsavedText: 'postulate/unsavedText',
  /** Whether to make a change of several files: an `EditConfirmation`. */
  confirmEdit: 'postulate/confirmEdit',
} as const;

export const serverNotifications = {
  /** The colour of text, for pictures in hovers. */
  theme: 'postulate/theme',
  /** To the client: the sites of all folders were read, once more perhaps. */
  sitesRead: 'postulate/sitesRead',
  /** To the client, while all posts are checked. */
  checkProgress: 'postulate/checkAll/progress',
} as const;

/** A command of the client: the references of what stands at a place, given a URI and a position. */
export const showReferencesCommand = 'postulate.showReferences';

export interface PostRequest {
  readonly uri: string;
}

export interface PostSite {
  /** Such as Jekyll; `null` where the folder is no site that is known. */
  readonly generator: string | null;
  readonly markdown: SitePart;
  readonly math: SitePart;
  readonly tags: SitePart;
  /** The delimiters that the Markdown engine is told to pass through: `$`, or `align` for an environment. */
  readonly passthrough: readonly string[];
  /** The file that comes before what the site's own files say; `null` where a post has no folder. */
  readonly config: { readonly uri: string; readonly exists: boolean } | null;
}

export interface SitePart {
  readonly value: string;
  /** The line that says so, zero-based; `null` where it is assumed. */
  readonly source: { readonly uri: string; readonly line: number } | null;
  /** All values that it may have. */
  readonly choices: readonly string[];
}

export interface ExportRequest extends PostRequest {
  /** In full, with their fonts in them. */
  readonly styles: readonly string[];
  /** What the page is called where the post says nothing. */
  readonly title: string;
  readonly remoteImages: boolean;
}

export interface ExportedPage {
  readonly html: string;
  /** Pictures that are not in it, though they should be; the log says why. */
  readonly missingPictures: number;
}

export interface LinkRequest {
  /** The post that has the link. */
  readonly uri: string;
  readonly target: string;
}

export interface PublishRequest extends PostRequest {
  /** The name of the place, such as `zhihu`. */
  readonly target: string;
}

export interface PublishedAnswer {
  /** Markdown. */
  readonly text: string;
  /** Formatted text, for places that take no Markdown. */
  readonly html: string | null;
  /** What could not be carried over. */
  readonly problems: readonly PublishedProblem[];
}

export interface PublishedProblem {
  readonly message: string;
  /** Zero-based; `null` where it is about what was made of the post. */
  readonly line: number | null;
}

export interface EquationLinkRequest extends PostRequest {
  readonly label: string;
}

export interface LinkedPost {
  readonly uri: string;
  /** Zero-based; `null` where the link names the post alone. */
  readonly line: number | null;
}

/** How many findings of each severity there are. */
export interface CheckSummary {
  readonly posts: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  /** Posts that could not be read. */
  readonly skipped: readonly string[];
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

export interface EvaluatedLine {
  /** Of the post, or of the worksheet in a file of its own beside it. */
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly source: string;
  /** The value, the verdict, or why there is none. */
  readonly text: string;
  readonly state: 'value' | 'holds' | 'fails' | 'unknown' | 'problem';
}

/** About the formula at a selection, which is empty at a caret. */
export interface QuestionRequest extends PostRequest {
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
  /** Lines of a worksheet that the post does not have. */
  readonly given: readonly string[];
}

export type QuestionAnswer =
  /** Where the caret stands nothing can be computed. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'value';
      readonly source: string;
      /** With all its digits, a fraction, and the verdict of a relation that does not hold. */
      readonly text: string;
      /** As programs read it. */
      readonly copied: string;
      /** What its symbols stood for, and the conventions used. */
      readonly reading: readonly string[];
    }
  | { readonly kind: 'steps'; readonly lines: readonly EvaluatedLine[] }
  /** For NumPy. */
  | { readonly kind: 'program'; readonly text: string }
  /** A line that binds the name, or gives it a domain, is missing. */
  | {
      readonly kind: 'unbound';
      readonly name: string;
      readonly wants: 'value' | 'size' | 'domain';
    }
  /** This given line cannot be used. */
  | { readonly kind: 'fault'; readonly line: number; readonly message: string }
  | { readonly kind: 'problem'; readonly message: string }
  | AnalysisAnswer
  | AnalysisChoice;

/** Lines and characters are zero-based. */
export interface PlaceInPost {
  readonly line: number;
  readonly character: number;
}

export interface FormulaAtRequest extends PostRequest {
  readonly position: PlaceInPost;
}

export interface FormulaPicture {
  /** A data URI; `null` where the TeX cannot be typeset as it stands, as half-typed TeX often cannot. */
  readonly picture: string | null;
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
}

export interface FileRequest {
  readonly uri: string;
}

export interface DirectoryEntry {
  readonly name: string;
  /** Neither for symbolic links, which are not followed: they could lead in circles. */
  readonly kind: 'file' | 'directory';
}

/** The kind of the code action that makes all fixes that are certain, by request or on saving. */
export const fixAllKind = 'source.fixAll.postulate';

/** Puts the caret of the active editor to a place: its arguments are the URI of a post and a `PlaceInPost`. */
export const putCaretCommand = 'postulate.putCaret';

/** Brings the inserted table or picture at a place up to date: arguments as above. */
export const updateInsertedCommand = 'postulate.updateInserted';

/** Before the folder in which the server may keep something, in the words that start it. */
export const cacheWord = '--cache=';

/** What a file is known by while nobody reads it. */
export type { FileStamp } from '../core/blog/keptPosts.js';

export interface EditQuestion {
  /** In the reader's language. */
  readonly message: string;
  /** Each file, on a line of its own. */
  readonly detail: string;
}

/** `look`: the editor lists the changes, and makes those that are ticked. */
export type EditConfirmation = 'all' | 'look' | 'none';

/** What the server is told when it starts; whoever else starts it may leave any part out. */
export interface ServerOptions {
  /** English text → text in the reader's language. */
  readonly translations: Readonly<Record<string, string>>;
  readonly foreground: string;
  /** The client answers `fileRequests`. */
  readonly readsFiles: boolean;
  /** The client answers `clientRequests.committedText`. */
  readonly readsCommits: boolean;
  /** The client answers `clientRequests.confirmEdit`. */
  readonly confirmsEdits: boolean;
  /** The client has the command `putCaretCommand`, for quick fixes that leave something to write. */
  readonly putsCaret: boolean;
  /** The client tells by itself where headings are defined and linked to. */
  readonly knowsMarkdown: boolean;
  /** The client has the command `updateInsertedCommand`, which writes files. */
  readonly writesFiles: boolean;
  /** The URI of the folder with a page for each rule, in the reader's language. */
  readonly docs: string | null;
}

export function readServerOptions(value: unknown): ServerOptions {
  const given = isRecord(value) ? value : {};
  const { translations, foreground, docs } = given;
  return {
    translations: isRecord(translations) ? onlyTexts(translations) : {},
    foreground: readColour(foreground) ?? '#808080',
    readsFiles: given['readsFiles'] === true,
    readsCommits: given['readsCommits'] === true,
    confirmsEdits: given['confirmsEdits'] === true,
    putsCaret: given['putsCaret'] === true,
    knowsMarkdown: given['knowsMarkdown'] === true,
    writesFiles: given['writesFiles'] === true,
    docs: typeof docs === 'string' ? docs : null,
  };
}

/** A colour goes into an image: nothing else may. */
export function readColour(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{3,8}$/i.test(value) ? value : null;
}

export function isPostRequest(value: unknown): value is PostRequest {
  return isRecord(value) && typeof value['uri'] === 'string';
}

export function isQuestionRequest(value: unknown): value is QuestionRequest {
  if (!isPostRequest(value)) return false;
  const { start, end, given } = value as Partial<Record<keyof QuestionRequest, unknown>>;
  return (
    isPlaceInPost(start) &&
    isPlaceInPost(end) &&
    Array.isArray(given) &&
    given.every((line) => typeof line === 'string')
  );
}

export function isFormulaAtRequest(value: unknown): value is FormulaAtRequest {
  return isPostRequest(value) && 'position' in value && isPlaceInPost(value.position);
}

export function isPlaceInPost(value: unknown): value is PlaceInPost {
  return (
    isRecord(value) && [value['line'], value['character']].every((at) => Number.isSafeInteger(at))
  );
}

export function isLinkRequest(value: unknown): value is LinkRequest {
  return isRecord(value) && typeof value['uri'] === 'string' && typeof value['target'] === 'string';
}

export function isExportRequest(value: unknown): value is ExportRequest {
  if (!isPostRequest(value)) return false;
  const { styles, title, remoteImages } = value as Partial<Record<keyof ExportRequest, unknown>>;
  return (
    Array.isArray(styles) &&
    styles.every((style) => typeof style === 'string') &&
    typeof title === 'string' &&
    typeof remoteImages === 'boolean'
  );
}

export function isPublishRequest(value: unknown): value is PublishRequest {
  return isPostRequest(value) && 'target' in value && typeof value.target === 'string';
}

export function isEquationLinkRequest(value: unknown): value is EquationLinkRequest {
  return isPostRequest(value) && 'label' in value && typeof value.label === 'string';
}

function onlyTexts(record: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(record).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
