// Where the files that define the macros of a blog name them: files of LaTeX definitions, and its `postulate.json`.
import { configMacros } from '../../core/site/configMacros.js';
import { identityText } from '../../core/text/mapped.js';
import type { WrittenText } from '../change.js';
import { macroTokens, type MacroToken } from './macroTokens.js';

export interface MacroFileText extends WrittenText {
  readonly form: 'tex' | 'json';
}

export function fileMacroTokens(
  { form, lines }: MacroFileText,
  name: string,
): readonly MacroToken[] {
  const text = lines.join('');
  switch (form) {
    case 'tex':
      return macroTokens(identityText(text, 0), name);
    case 'json':
      return configMacros(text)
        .flatMap(({ name: defined, nameSpan, body }): readonly MacroToken[] => [
          ...(defined === name ? [defines(name, nameSpan)] : []),
          ...macroTokens(body, name).map((token) => ({ ...token, isDeferred: true })),
        ])
        .sort((left, right) => left.span.start - right.span.start);
  }
}

function defines(name: string, span: MacroToken['span']): MacroToken {
  return { role: 'definition', name, span, nameSpan: span, isDeferred: false };
}
