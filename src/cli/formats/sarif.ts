// SARIF 2.1.0, which services that gather findings read; its texts are English.
import type {
  ArtifactLocation,
  Fix,
  Location,
  Log,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { textOf, type Message } from '../../checks/messages.js';
import type { Fix as Mending, Severity } from '../../checks/rule.js';
import { rules } from '../../checks/rules.js';
import { findingFingerprint } from '../fingerprint.js';
import type { Place, PlacedFinding } from '../placedFinding.js';
import { textFiles } from '../textFiles.js';
import type { CheckReport, Format } from './report.js';
import { jsonPieces } from '../print.js';
import { ruleDescriptions } from './ruleDescriptions.js';

export const sarif: Format = (report) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Postulate', rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [root]: { description: { text: 'The folder in which the check ran.' } },
        },
        results: resultsOf(report),
      },
    ],
  };
  // The results are a list of a run, which is one of a list of the log.
  return jsonPieces(log, 4);
};

const root = '%SRCROOT%';

const levels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
} as const satisfies Record<Severity, Result.level>;

function ruleOf({ code, severity }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: ruleDescriptions[code] ?? code },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
  };
}

function resultsOf({ findings, posts }: CheckReport): Result[] {
  const texts = new Map(textFiles(posts).map((one) => [one.file, one]));
  const seen = new Map<string, number>();
  return findings.map((placed) => {
    const fingerprint = findingFingerprint(placed, texts.get(placed.file)?.text ?? '');
    const key = `${placed.file}\n${fingerprint}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return resultOf(placed, `${fingerprint}:${count}`);
  });
}

function resultOf({ file, finding, place, related, fix }: PlacedFinding, print: string): Result {
  const others = related.map((other) => ({
    ...locationOf(other.file, other.place),
    message: messageOf(other.message),
  }));
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ code }) => code === finding.rule),
    level: levels[finding.severity],
    message: messageOf(finding.message),
    locations: [locationOf(file, place)],
    ...(others.length > 0 && { relatedLocations: others }),
    partialFingerprints: { 'postulate/v1': print },
    ...(fix && finding.fix && { fixes: [fixOf(file, fix, finding.fix)] }),
  };
}

/** The standard would have the braces of TeX doubled, but services show them as they stand. */
function messageOf(message: Message): { readonly text: string } {
  return { text: textOf(message) };
}

function fixOf(file: string, place: Place, { text, title }: Mending): Fix {
  const replacement = { deletedRegion: regionOf(place), insertedContent: { text } };
  return {
    description: messageOf(title),
    artifactChanges: [{ artifactLocation: artifactOf(file), replacements: [replacement] }],
  };
}

function locationOf(file: string, place: Place): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(place) } };
}

function artifactOf(file: string): ArtifactLocation {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: root };
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
