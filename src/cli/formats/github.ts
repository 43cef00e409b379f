// Commands that a workflow of GitHub shows as annotations beside the lines of a change.
import { textOf } from '../../checks/messages.js';
import type { Severity } from '../../checks/rule.js';
import type { PlacedFinding } from '../placedFinding.js';
import { translationsOf } from '../translations.js';
import type { Format } from './report.js';

export const github: Format = ({ findings }, { language }) =>
  findings.map(({ file, finding, place }) => {
    const properties = Object.entries({ file, ...lines(place), title: finding.rule })
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(',');
    const said = textOf(finding.message, translationsOf(language));
    return `::${commands[finding.severity]} ${properties}::${escapeData(said)}\n`;
  });

const commands = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
} as const satisfies Record<Severity, string>;

/** GitHub takes a column only of what stands in one line. */
function lines({
  line,
  endLine,
  column,
}: PlacedFinding['place']): Readonly<Record<string, number>> {
  return line === endLine ? { line, endLine, col: column } : { line, endLine };
}

/** A post must not write commands of its own. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
