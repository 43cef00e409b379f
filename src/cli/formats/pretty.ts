// For people, in their language.
import { textOf } from '../../checks/messages.js';
import { cliText } from '../messages.js';
import { translationsOf } from '../translations.js';
import type { Format } from './report.js';

export const pretty: Format = ({ findings, posts, summary }, { language }) => {
  const translations = translationsOf(language);
  const lines: string[] = [];
  let file: string | null = null;
  for (const { file: at, finding, place, related } of findings) {
    if (at !== file) lines.push(...(file === null ? [] : ['']), at);
    file = at;
    const position = `${place.line}:${place.column}`.padEnd(9);
    const severity = cliText({ code: `severity.${finding.severity}` }, language).padEnd(8);
    lines.push(
      `  ${position} ${severity} ${textOf(finding.message, translations)}  ${finding.rule}`,
    );
    for (const { file: other, line, column, message } of related) {
      const where = other === file ? `${line}:${column}` : `${other}:${line}`;
      lines.push(`  ${' '.repeat(19)}${where} ${textOf(message, translations)}`);
    }
  }
  if (lines.length > 0) lines.push('');
  const counts = { posts: posts.length, ...summary };
  lines.push(cliText({ code: 'check.summary', counts }, language));
  return `${lines.join('\n')}\n`;
};
