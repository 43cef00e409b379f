// What is said of one post whatever its blog holds: its facts, and the findings of the rules that see it alone.
import {
  checkAlone,
  checkWorksheet,
  type ReportedFinding,
  type RuleSettings,
} from '../checks/check.js';
import type { AssumedParts } from '../checks/readings.js';
import { keysNamed } from '../core/blog/worksheetLabels.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { insertedResultsOf } from '../core/post/insertedResults.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { DetectedSite } from '../core/site/detect/detectedSite.js';
import type { Site } from '../core/site/site.js';
import { mayHoldResults, type EvaluationChoices } from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { evaluateWithData, findData } from './dataFiles.js';
import { withInsertedFaults } from './insertedResults.js';
import { isFinding, isRecord } from './findingGuards.js';
import type { LinkedPosts } from './linkedPosts.js';
import type { WorksheetReading } from './worksheetFile.js';

/** All that an examination hangs on beside the post. */
export interface ExaminationSetting {
  readonly site: Site;
  readonly assumed: AssumedParts;
  readonly macros: NumberingMacros;
  readonly rules: RuleSettings;
  readonly detected: DetectedSite | null;
  /** Where the site serves files from, counted from the folder of the blog; `null` where no site is known. */
  readonly staticFolders: readonly string[] | null;
}

export interface Examination {
  readonly facts: PostFacts;
  readonly findings: readonly ReportedFinding[];
  /** Whether it hangs on other posts or files of data, too. */
  readonly takesFromOthers: boolean;
  /** What the worksheet in a file of its own names; `null` where it cannot be read. */
  readonly worksheetKeys: readonly string[] | null;
  /** Of the worksheet beside it. */
  readonly worksheetFindings: readonly ReportedFinding[];
}

interface ExaminedText {
  /** In its blog. */
  readonly path: string;
  readonly absolute: string;
  readonly text: string;
}

/** As one line of text: so it travels between threads and is kept. */
export async function examine(
  { path, absolute, text }: ExaminedText,
  worksheet: WorksheetReading,
  setting: ExaminationSetting,
  linkedPosts: LinkedPosts,
): Promise<string> {
  const { site, macros, assumed, rules, detected, staticFolders } = setting;
  const post = openSnapshot({ path, version: 0, text, site, macros });
  const own = 'fault' in worksheet ? null : worksheet.text;
  const linked = await linkedPosts.displaysFor(post, own, absolute);
  const data = findData(post, own, { absolute, maxSize: linkedPosts.options.maxSize });
  const computed = 'fault' in worksheet ? [] : resultsOf(post, { worksheet: own, linked, data });
  const layout = staticFolders && { staticFolders };
  const results =
    'fault' in worksheet ? [] : await withInsertedFaults(post, computed, { absolute, layout });
  const findings = checkAlone({ post, results, assumed, detected }, rules);
  const fault = 'fault' in worksheet ? worksheet.fault : null;
  const found: Examination = {
    facts: post.facts,
    findings,
    takesFromOthers: linked.size > 0 || data.size > 0 || insertedResultsOf(post).length > 0,
    worksheetKeys: fault === null ? keysNamed(own ?? '') : null,
    worksheetFindings: checkWorksheet(results, fault, rules),
  };
  return JSON.stringify(found);
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
  if (value['worksheetKeys'] !== null && !Array.isArray(value['worksheetKeys'])) return false;
  return [value['findings'], value['worksheetFindings']].every(
    (findings) => Array.isArray(findings) && findings.every(isFinding),
  );
}

function resultsOf(snapshot: Snapshot, choices: EvaluationChoices): readonly EvaluationResult[] {
  return mayHoldResults(snapshot, choices) ? evaluateWithData(snapshot, choices) : [];
}
