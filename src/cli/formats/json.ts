// The stable form for programs; its texts are English.
import { textOf } from '../../checks/messages.js';
import { siteParts, type SiteReading } from '../../core/site/site.js';
import type { PostFile } from '../postFile.js';
import { jsonPieces } from '../print.js';
import type { Format } from './report.js';

export const json: Format = ({ findings, posts, summary }) => {
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
      related: related.map(({ file: other, place: { line, column }, message }) => ({
        file: other,
        line,
        column,
        message: textOf(message),
      })),
    })),
    summary,
  };
  return jsonPieces(report, 2);
};

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
