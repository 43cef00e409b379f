// What is said of one post whatever its blog holds: its facts, and the findings of the rules that see it alone.
import {
  checkAlone,
  checkWorksheet,
  faultOfWorksheet,
  type ReportedFinding,
  type RuleSettings,
} from '../checks/check.js';
import type { AssumedParts } from '../checks/readings.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { Site } from '../core/site/site.js';
import { evaluatePost } from '../evaluate/evaluatePost.js';
import { mayHoldResults, postForEvaluation } from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { isFinding, isRecord } from './findingGuards.js';
import type { WorksheetReading } from './worksheetFile.js';

/** All that an examination hangs on beside the post. */
export interface ExaminationSetting {
  readonly site: Site;
  readonly assumed: AssumedParts;
  readonly macros: NumberingMacros;
  readonly rules: RuleSettings;
  readonly detected: DetectedSite | null;
}

export interface Examination {
  readonly facts: PostFacts;
  readonly findings: readonly ReportedFinding[];
  /** Of the worksheet beside it. */
  readonly worksheetFindings: readonly ReportedFinding[];
}

/** As one line of text: so it travels between threads and is kept. */
export function examine(
  path: string,
  text: string,
  worksheet: WorksheetReading,
  setting: ExaminationSetting,
): string {
  const { site, macros, assumed, rules, detected } = setting;
  const post = openSnapshot({ path, version: 0, text, site, macros });
  const results = 'fault' in worksheet ? [] : resultsOf(post, worksheet.text);
  const findings = checkAlone({ post, results, assumed, detected }, rules);
  const worksheetFindings =
    'fault' in worksheet
      ? faultOfWorksheet(worksheet.fault, rules)
      : checkWorksheet(results, rules);
  return JSON.stringify({ facts: post.facts, findings, worksheetFindings } satisfies Examination);
}

/** Of what `examine` wrote; `null` for any other text. */
export function readExamination(line: string): Examination | null {
  try {
    const value: unknown = JSON.parse(line);
    return isExamination(value) ? value : null;
  } catch {
    return null;
  }
}

/** Of the facts no more is asked than that there are some: who reads them finds the rest (`Examiner.forgetKept`). */
function isExamination(value: unknown): value is Examination {
  if (!isRecord(value) || !isRecord(value['facts'])) return false;
  return [value['findings'], value['worksheetFindings']].every(
    (findings) => Array.isArray(findings) && findings.every(isFinding),
  );
}

function resultsOf(snapshot: Snapshot, worksheet: string | null): readonly EvaluationResult[] {
  return mayHoldResults(snapshot, { worksheet })
    ? evaluatePost(postForEvaluation(snapshot, { worksheet }))
    : [];
}
