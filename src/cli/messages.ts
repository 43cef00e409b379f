// What the command line has to say, in the reader's language.
import { textOf } from '../checks/messages.js';
import type { CliHost, CliLanguage } from './host.js';
import { chinese } from './texts/chinese.js';
import { english } from './texts/english.js';
import type { CliMessage, Texts } from './texts/message.js';
import { translationsOf } from './translations.js';

const texts: { readonly [language in CliLanguage]: Texts } = { en: english, 'zh-cn': chinese };

/** Says on the error stream what is wrong, each in a line of its own. */
export function complain(
  { language, printError }: Pick<CliHost, 'language' | 'printError'>,
  ...messages: readonly CliMessage[]
): void {
  for (const message of messages) printError(`${cliText(message, language)}\n`);
}

export function cliText(message: CliMessage, language: CliLanguage): string {
  const table = texts[language];
  if (message.code === 'check.summary') return fill(table[message.code], message.counts);
  if (message.code === 'worksheet') {
    return `${message.path}: ${textOf(message.message, translationsOf(language))}`;
  }
  if (message.code === 'macros') {
    const said = textOf(message.message, translationsOf(language));
    return `${message.path}:${message.line + 1}: ${said}`;
  }
  if (message.code !== 'config.problem') return fill(table[message.code], { ...message });
  const { path, problem } = message;
  return fill(table[problem.code], {
    ...problem,
    path,
    line: String(problem.line + 1),
    expected: problem.code === 'config.wrong-type' ? table[`expected.${problem.expected}`] : '',
    key: 'key' in problem && problem.key !== '' ? problem.key : path,
    allowed: problem.code === 'config.unknown-value' ? problem.allowed.join(', ') : '',
  });
}

export function fill(
  template: string,
  values: Readonly<Record<string, string | number | readonly string[]>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
