// The pictures of plots that posts show: found through the files of the open folder, never through a link.
import type { Snapshot } from '../core/post/facts.js';
import {
  MOST_PICTURE_BYTES,
  readPictures,
  type BlogFiles,
  type InsertedPictures,
} from '../language/inserted/pictureFiles.js';
import type { PictureSurroundings } from '../language/inserted/insertPlot.js';
import type { Blogs } from './blogs.js';
import { decodeText } from './decodeText.js';
import type { Files } from './files.js';
import { layoutFor } from './surroundings.js';
import { relativePath } from './uri.js';

interface FinderChoices {
  readonly files: Pick<Files, 'kindBelow' | 'readBytesBelow'>;
  readonly blogs: Pick<Blogs, 'blogOf' | 'workspaceFolderOf'>;
}

export class PictureFinder {
  readonly #choices: FinderChoices;

  constructor(choices: FinderChoices) {
    this.#choices = choices;
  }

  async read(
    uri: string,
    post: Snapshot,
  ): Promise<{ readonly pictures: InsertedPictures; readonly uris: readonly string[] }> {
    const { layout, files } = this.around(uri, post);
    const pictures = await readPictures(post, layout, files);
    const uris = [...pictures.values()].map(({ path }) => this.uriOf(uri, path));
    return { pictures, uris };
  }

  /** Where pictures of a post may be written. */
  around(uri: string, post: Snapshot): PictureSurroundings {
    const blog = this.#choices.blogs.blogOf(uri);
    return {
      layout: layoutFor(blog, post.path),
      files: { find: (path) => this.#find(uri, path) },
      hasFolder: async (path) => (await this.#kindOf(uri, path)) === 'directory',
    };
  }

  /** Of a path in the blog of a post. */
  uriOf(uri: string, path: string): string {
    return this.#choices.blogs.blogOf(uri).uriOf(path);
  }

  async #kindOf(uri: string, path: string): ReturnType<Files['kindBelow']> {
    const place = this.#placeOf(uri, path);
    return place === null ? 'other' : this.#choices.files.kindBelow(...place);
  }

  async #find(uri: string, path: string): ReturnType<BlogFiles['find']> {
    const kind = await this.#kindOf(uri, path);
    if (kind === 'none') return { kind: 'none' };
    const place = this.#placeOf(uri, path);
    if (kind !== 'file' || place === null) return { kind: 'other' };
    const read = await this.#choices.files.readBytesBelow(...place, MOST_PICTURE_BYTES);
    const text = 'bytes' in read ? decodeText(read.bytes, 'utf8') : null;
    return text === null ? { kind: 'other' } : { kind: 'text', text };
  }

  /** The open folder around a file, and the path in it; `null` outside of all. */
  #placeOf(uri: string, path: string): readonly [folder: string, path: string] | null {
    const file = this.uriOf(uri, path);
    const folder = this.#choices.blogs.workspaceFolderOf(file);
    const inside = folder === null ? null : relativePath(folder, file);
    return folder === null || inside === null ? null : [folder, inside];
  }
}
