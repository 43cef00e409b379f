// Has commander speak the reader's language: its help, and what it says of words that it does not know.
import type { Command } from 'commander';
import stringWidth from 'string-width';
import type { CliHost } from './host.js';
import { fill } from './messages.js';
import { commanderInChinese } from './texts/commander.js';

export function speakLanguage(
  program: Command,
  { language, print, printError }: Pick<CliHost, 'language' | 'print' | 'printError'>,
): void {
  const said = (text: string): string => (language === 'en' ? text : inChinese(text));
  program
    .configureOutput({
      writeOut: print,
      writeErr: printError,
      outputError: (text, write) => write(said(text)),
    })
    .configureHelp({
      displayWidth: stringWidth,
      styleTitle: said,
      styleUsage: said,
      styleSubcommandTerm: said,
      styleSubcommandDescription: said,
      styleOptionDescription: said,
    });
}

const patterns = Object.entries(commanderInChinese).map(([english, chinese]) => {
  const source = english
    .replace(/[()[\]?.]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>[^\\n]*?)`);
  return { pattern: new RegExp(source, 'g'), chinese };
});

function inChinese(text: string): string {
  return patterns.reduce(
    (said, { pattern, chinese }) =>
      said.replace(pattern, (...match: readonly unknown[]) => {
        const named = match.at(-1);
        return typeof named === 'object' ? fill(chinese, { ...named }) : chinese;
      }),
    text,
  );
}
