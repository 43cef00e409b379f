// The findings of `postulate check` as people and programs read them.
import { textOf } from '../checks/messages.js';
import { siteParts, type SiteReading } from '../core/site/site.js';
import type { Place, PlacedFinding, Summary } from './placedFinding.js';
import type { CliLanguage } from './host.js';
import { cliText } from './messages.js';
import type { PostFile } from './posts.js';
import { translationsOf } from './translations.js';

export interface CheckReport {
  readonly findings: readonly PlacedFinding[];
  readonly posts: readonly PostFile[];
  readonly summary: Summary;
}

/** The stable form; its texts are English, since programs read it. */
export function printJson({ findings, posts, summary }: CheckReport): string {
  const report = {
    version: 1,
    site: siteOf(posts),
    posts: posts.length,
    findings: findings.map(({ file, finding, place, related }) => ({
      file,
      rule: finding.rule,
      severity: finding.severity,
      message: textOf(finding.message),
      ...place,
      related: finding.related.map(({ message }, at) => ({
        file,
        ...startOf(related[at]),
        message: textOf(message),
      })),
    })),
    summary,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function printPretty(
  { findings, posts, summary }: CheckReport,
  language: CliLanguage,
): string {
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
    finding.related.forEach(({ message }, index) => {
      const { line, column } = startOf(related[index]);
      lines.push(`  ${' '.repeat(19)}${line}:${column} ${textOf(message, translations)}`);
    });
  }
  if (lines.length > 0) lines.push('');
  const counts = { posts: posts.length, ...summary };
  lines.push(cliText({ code: 'check.summary', counts }, language));
  return `${lines.join('\n')}\n`;
}

function startOf(place: Place | undefined): { readonly line: number; readonly column: number } {
  return { line: place?.line ?? 1, column: place?.column ?? 1 };
}

/** That of most posts: overrides are for a few. */
function siteOf(posts: readonly PostFile[]): unknown {
  const counts = new Map<string, { readonly site: SiteReading; count: number }>();
  for (const { site } of posts) {
    const key = JSON.stringify(site);
    const counted = counts.get(key);
    if (counted) counted.count++;
    else counts.set(key, { site, count: 1 });
  }
  const [most] = [...counts.values()].sort((left, right) => right.count - left.count);
  if (!most) return null;
  const { site, from } = most.site;
  const places = siteParts.map((part) => {
    const source = from[part];
    return [part, source === null ? null : `${source.file}:${source.line + 1}`] as const;
  });
  return { ...site, from: Object.fromEntries(places) };
}
