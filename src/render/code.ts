// Code blocks in colours, and worksheets line by line, so that each line can show its value.
import type { MarkdownIt } from 'markdown-it';
import { blockEnv } from './blockEnv.js';
import type { BlockWriter } from './context.js';
import { attribute, escapeHtml } from './escapeHtml.js';
import { highlightCode } from './highlightCode.js';

export function useCode(md: MarkdownIt): void {
  md.renderer.rules['fence'] = (tokens, at, _options, env) => {
    const token = tokens[at];
    if (!token) return '';
    const language = /^\s*(\S*)/.exec(token.info)?.[1]?.toLowerCase() ?? '';
    const block = blockEnv(env);
    if (language === 'eval' && block) {
      return worksheet(token.content, token.map?.[0] ?? 0, block.context.writer);
    }
    const name = language === '' ? '' : attribute('class', `language-${language}`);
    return `<pre><code${name}>${highlightCode(token.content, language)}</code></pre>\n`;
  };
}

/** `firstLine` is the line of the opening fence, counted from the block's start. */
function worksheet(text: string, firstLine: number, writer: BlockWriter): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const written = lines.map((line, at) => {
    const place = firstLine + 1 + at;
    const value = writer.worksheetLine(place);
    return `<span class="eval-line"${attribute('data-eval-line', place)}>${escapeHtml(line)}${value}</span>`;
  });
  const tables = lines.map((_, at) => writer.worksheetTable(firstLine + 1 + at)).join('');
  return `<pre class="worksheet"><code>${written.join('\n')}</code></pre>\n${tables}`;
}
