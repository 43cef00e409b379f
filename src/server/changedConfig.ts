// What to write into a `postulate.json` so that a post has another site.
import { applyEdits, modify, type Edit } from 'jsonc-parser';
import type { Config } from '../core/site/config.js';
import { parseConfig } from '../core/site/parseConfig.js';
import type { ConfigEdit, SitePartName } from '../protocol/site.js';
import { matchesGlobs } from './blogConfig.js';

/** `path` is relative to the folder of the file, `value` is `null` to state nothing; `null` where the text is not JSON. */
export function changedConfig(
  text: string,
  path: string,
  part: SitePartName,
  value: string | null,
): readonly ConfigEdit[] | null {
  const isNew = text.trim() === '';
  const { config, problems } = parseConfig(isNew ? '{}' : text);
  if (problems.some(({ code }) => code === 'config.not-json' || code === 'config.too-deep')) {
    return null;
  }
  const edits = modify(isNew ? '' : text, placeOf(config, path, part), value ?? undefined, {
    formattingOptions: formattingOf(text),
  });
  return isNew ? [{ start: 0, end: text.length, text: newFile(edits) }] : edits.map(toEdit);
}

/** In the override that decides for the post, if there is one, else for the whole blog. */
function placeOf({ overrides }: Config, path: string, part: SitePartName): (string | number)[] {
  const decides = overrides.map(
    ({ files, site }) => site[part] !== undefined && matchesGlobs(files, path),
  );
  const deciding = decides.lastIndexOf(true);
  return deciding < 0 ? ['site', part] : ['overrides', deciding, 'site', part];
}

function newFile(edits: Edit[]): string {
  return `${applyEdits('', edits)}\n`;
}

function toEdit({ offset, length, content }: Edit): ConfigEdit {
  return { start: offset, end: offset + length, text: content };
}

/** As the file is written already. */
function formattingOf(text: string): { tabSize: number; insertSpaces: boolean; eol: string } {
  const indentation = /^(\t| +)"/m.exec(text)?.[1] ?? '  ';
  return {
    tabSize: indentation.length,
    insertSpaces: indentation !== '\t',
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
