// `\ref{key}` and `\eqref{key}` in the text, outside every formula; those of raw HTML are found with its formulas.
import type { MarkdownIt } from 'markdown-it';
import { blockEnv } from './blockEnv.js';
import { escapeHtml } from './escapeHtml.js';

export function useProseReferences(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'prose_reference', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 92) return false;
    const found = /^\\(eq)?ref\s*\{([^}]*)\}/.exec(state.src.slice(state.pos, state.posMax));
    if (!found) return false;
    const [source, eq, key = ''] = found;
    if (!silent) {
      const token = state.push('prose_reference', 'a', 0);
      token.content = key;
      token.info = eq === undefined ? 'ref' : 'eqref';
      token.markup = source;
    }
    state.pos += source.length;
    return true;
  });
  md.renderer.rules['prose_reference'] = (tokens, at, _options, env) => {
    const token = tokens[at];
    const block = blockEnv(env);
    if (!token) return '';
    if (!block) return escapeHtml(token.markup);
    const command = token.info === 'ref' ? 'ref' : 'eqref';
    return block.context.writer.reference({ command, key: token.content });
  };
}
