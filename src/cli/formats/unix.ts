// One line a finding, in the form of compilers, which editors and grep read.
import { textOf } from '../../checks/messages.js';
import { translationsOf } from '../translations.js';
import type { Format } from './report.js';
import { withoutControls } from './sourceLine.js';

export const unix: Format = ({ findings }, { language }) =>
  findings.map(({ file, finding, place: { line, column } }) => {
    const said = withoutControls(textOf(finding.message, translationsOf(language)));
    const at = `${withoutControls(file)}:${line}:${column}`;
    return `${at}: ${finding.severity}: ${said} [${finding.rule}]\n`;
  });
