// `\ref{key}` and `\eqref{key}` in the text, outside every formula; in raw HTML as the scanner finds them.
import type { MarkdownIt, Token } from 'markdown-it';
import { scanHtml } from '../core/markdown/htmlContent.js';
import { blockEnv } from './blockEnv.js';
import { escapeHtml } from './escapeHtml.js';

export function useProseReferences(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'prose_reference', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 92) return false;
    const found = /^\\(?:eq)?ref\s*\{[^}]*\}/.exec(state.src.slice(state.pos, state.posMax));
    if (!found) return false;
    if (!silent) fill(state.push('prose_reference', 'a', 0), found[0]);
    state.pos += found[0].length;
    return true;
  });
  md.core.ruler.after('math_plan', 'html_references', (state) => {
    state.tokens = state.tokens.flatMap((token) =>
      token.type === 'html_block' ? splitHtml(token, state.Token) : [token],
    );
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

/** An HTML block with its references as tokens of their own. */
function splitHtml(
  block: Token,
  TokenType: new (type: string, tag: string, nesting: 0) => Token,
): readonly Token[] {
  const { references } = scanHtml(block.content);
  if (references.length === 0) return [block];
  const parts: Token[] = [];
  const add = (type: string): Token => {
    const token = new TokenType(type, '', 0);
    parts.push(token);
    return token;
  };
  let at = 0;
  for (const { start, end } of references) {
    add('html_block').content = block.content.slice(at, start);
    fill(add('prose_reference'), block.content.slice(start, end));
    at = end;
  }
  add('html_block').content = block.content.slice(at);
  return parts;
}

function fill(token: Token, source: string): void {
  const found = /^\\(eq)?ref\s*\{([^}]*)\}/.exec(source);
  token.content = found?.[2] ?? '';
  token.info = found?.[1] === undefined ? 'ref' : 'eqref';
  token.markup = source;
}
