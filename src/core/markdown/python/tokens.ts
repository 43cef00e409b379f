// The constructs of a text as others ask for them: links, code, tags, comments, formulas.
import { entityAt } from '../../site/entities.js';
import type { Delimiter } from '../block.js';
import type { InlineToken } from '../inlineToken.js';
import type { Element, Masked, Taken, TakenParts } from './masked.js';

/** In order; what the label of a link holds follows the link. */
export function tokensOf(text: string, masked: Masked, parts: TakenParts): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  addTokens(text, masked, parts, tokens);
  return tokens;
}

function addTokens(text: string, part: Masked, parts: TakenParts, tokens: InlineToken[]): void {
  const end = part.start + part.text.length;
  for (let at = part.start; at < end;) {
    const taken = part.text.charCodeAt(at - part.start) === 2 ? parts.at(at) : undefined;
    if (taken === undefined) at++;
    else {
      if (taken.kind === 'element') addElement(text, taken, at, parts, tokens);
      else tokens.push(...tokenOf(text, taken, at));
      at = taken.end;
    }
  }
}

function addElement(
  text: string,
  { tag, content, link, end = 0 }: Element & { readonly end?: number },
  start: number,
  parts: TakenParts,
  tokens: InlineToken[],
): void {
  if (tag === 'a' && link !== null) tokens.push({ kind: 'link', start, end, ...link });
  for (const part of content) {
    if ('tag' in part) addElement(text, part, start, parts, tokens);
    else addTokens(text, part, parts, tokens);
  }
}

function tokenOf(
  text: string,
  taken: Exclude<Taken, { kind: 'element' }>,
  start: number,
): readonly InlineToken[] {
  const { end } = taken;
  switch (taken.kind) {
    case 'break':
      return [];
    case 'text':
      return text.charCodeAt(start) === 92 ? [{ kind: 'escape', start, end }] : [];
    case 'code':
      return [{ kind: 'code', start, end }];
    case 'image':
      return [{ kind: 'image', start, end, ...taken.link }];
    case 'entity': {
      const entity = entityAt(text, start);
      return entity === null ? [] : [{ kind: 'entity', start, end, text: entity.text }];
    }
    case 'html':
      return [{ kind: text.startsWith('<!--', start) ? 'comment' : 'html', start, end }];
    case 'autolink':
      return [{ kind: 'autolink', start, end, target: text.slice(start + 1, end - 1) }];
    case 'math':
      return [mathToken(text, taken, start)];
  }
}

function mathToken(
  text: string,
  { end, width }: Taken & { readonly kind: 'math' },
  start: number,
): InlineToken {
  const isDouble = width === 1 && text.startsWith('$$', start) && text.endsWith('$$', end);
  const delimiter: Delimiter = width === 2 ? '\\(' : isDouble ? '$$' : '$';
  const inside = isDouble ? 2 : width;
  const tex = { texStart: start + inside, texEnd: end - inside };
  const formula = { start, end, ...tex, delimiter, display: false };
  const protection = {
    open: delimiter,
    close: delimiter,
    where: 'inline',
    written: 'element',
  } as const;
  return { kind: 'formula', start, end, formula, protection };
}
