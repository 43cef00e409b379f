// What is said after a fix and was not said before, and why it is true: of no other may a fix be the cause.
import type { ReportedFinding } from '../../src/checks/check.js';
import { blockAtOffset } from '../../src/core/markdown/blockList.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { holds, type Span } from '../../src/core/text/span.js';
import { formulaAround } from '../../src/language/formulaAt.js';
import type { Findings, Posts, TriedFix } from './triedFixes.js';

interface Fresh {
  readonly finding: ReportedFinding;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly posts: Posts;
  readonly tried: TriedFix;
}

/** Those that no reason allows. */
export function findingsAdded(posts: Posts, had: Findings, has: Findings, tried: TriedFix) {
  return [...has].flatMap(([path, findings]) => {
    const [before, after] = [posts.get(path), tried.after.get(path)];
    if (!before || !after) return [];
    const left = (had.get(path) ?? [])
      .filter((finding) => finding !== tried.finding)
      .map((finding) => keyOf(before, finding));
    const allowed = findings.filter((finding) => {
      const fresh = { finding, before, after, posts, tried };
      return !isSame(fresh) && reasons.some((holds) => holds(fresh));
    });
    const keys = allowed.map((finding) => keyOf(after, finding));
    return (
      findings
        .filter((finding) => !taken(left, keyOf(after, finding)))
        // Of two that say the same, one may be the new one.
        .filter((finding) => !taken(keys, keyOf(after, finding)))
    );
  });
}

/** What the fix was to mend; of other words, the same may be true that an error hid. */
function isSame({ finding, after, posts, tried }: Fresh): boolean {
  const mended = posts.get(tried.path);
  const isAlike = mended !== undefined && keyOf(after, finding) === keyOf(mended, tried.finding);
  return isAlike && finding.rule === tried.finding.rule;
}

/** The rule, and the words that it speaks of, wherever they stand by now. */
function keyOf(post: Snapshot, { rule, span }: ReportedFinding): string {
  // Of the whole post, wherever its first formula or reference is.
  if (['site.math-switch', 'site.numbers-nothing'].includes(rule)) return rule;
  // The words beside a number tell whether it is the one of before.
  const of = rule.startsWith('number.') ? 'number' : rule;
  return `${of} ${textAt(post, span)}`;
}

function textAt({ lines }: Snapshot, { start, end }: Span): string {
  return lines.join('').slice(start, end);
}

function taken(from: string[], one: string): boolean {
  const at = from.indexOf(one);
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}

const reasons: readonly ((fresh: Fresh) => boolean)[] = [
  isOfLabelSeenAnew,
  isOfFirstLabel,
  isAtWrittenLink,
  isOfFirstNumber,
  isOfMovedNumber,
  isOfOwnNumber,
  isOfNumberOfLink,
  isOfMendedFormula,
  isOfChangedHeading,
  isOfDollarsLeft,
  isOfDollarsBeforeTex,
];

const ofLabels = [
  ...['label.unused', 'label.without-number', 'label.duplicate'],
  ...['reference.key-list', 'reference.unsupported-command', 'number.hard-coded'],
];

/** The fix made the label, or shows the equation that it is of, or numbers it. */
function isOfLabelSeenAnew({ finding: { rule, message }, before, after }: Fresh): boolean {
  if (!ofLabels.includes(rule)) return false;
  const was = labelsOf(before);
  const now = labelsOf(after);
  const named = Object.values(message.data).flatMap((text) => text.split(/[{},]\s*/));
  return named.some((key) => now.has(key) && now.get(key) !== was.get(key));
}

function labelsOf({ facts }: Snapshot): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { key, number, fault } of facts.labels) {
    labels.set(key, `${labels.get(key) ?? ''} ${number} ${fault}`);
  }
  return labels;
}

/** Of a post without labels, nobody knows of what kind its places are. */
function isOfFirstLabel({ finding: { rule, message }, posts, tried }: Fresh): boolean {
  const path = message.data['post'] ?? '';
  const labelsIn = (all: Posts): number => all.get(path)?.facts.labels.length ?? 0;
  return rule === 'link.missing-label' && labelsIn(posts) === 0 && labelsIn(tried.after) > 0;
}

/** A link that leads to another post now asks more of it: its fragment, and the title or number in its words. */
function isAtWrittenLink({ finding: { rule, span }, after, tried }: Fresh): boolean {
  const [own] = tried.fix.posts;
  const written = own?.post.path === after.path ? own.changes[0]?.span.start : undefined;
  const link = after.facts.links.find(({ targetSpan }) => targetSpan.start === written);
  return (
    ['link.missing-heading', 'link.missing-label', 'title.stale', 'number.stale'].includes(rule) &&
    link !== undefined &&
    span.start >= link.span.start &&
    span.end <= link.span.end
  );
}

/** A reference to an equation that was in error till now shows no number on this site. */
function isOfFirstNumber({ finding: { rule }, before, after }: Fresh): boolean {
  const was = before.facts.unnumbered === null && after.facts.unnumbered !== null;
  return rule === 'site.numbers-nothing' && was;
}

/** Of a number by hand whose equation has another one by the fix, or is told from its like now, which is mended. */
function isOfMovedNumber({ finding: { rule }, before, after, tried }: Fresh): boolean {
  const isMoved = numbersOf(before) !== numbersOf(after);
  if (rule === 'number.tag-collides') return isMoved;
  const isMended = tried.finding.rule.startsWith('engine.') || errorsIn(after) < errorsIn(before);
  return rule === 'number.stale' && (isMoved || isMended);
}

/** While one is in error, nobody knows which numbers have moved. */
function errorsIn({ facts }: Snapshot): number {
  return facts.displays.filter(({ error }) => error !== null).length;
}

/** Of a number by hand that is known to be the post's own, now that its paragraph begins later. */
function isOfOwnNumber({ finding: { rule }, before, after }: Fresh): boolean {
  return rule === 'number.hard-coded' && ownNumbers(after) > ownNumbers(before);
}

function ownNumbers({ facts }: Snapshot): number {
  return facts.numbers.filter(({ of }) => of === 'own').length;
}

/** Of a link whose label is there, or has a number, by the fix: what number the link says, it said before. */
function isOfNumberOfLink({ finding: { message }, posts, tried }: Fresh): boolean {
  if (!message.code.startsWith('number.stale.link')) return false;
  return [...posts].some(([path, post]) => {
    const after = tried.after.get(path);
    return after !== undefined && namesOf(after) !== namesOf(post);
  });
}

function namesOf(post: Snapshot): string {
  return [...labelsOf(post)].join(' ');
}

function numbersOf({ facts }: Snapshot): string {
  return facts.displays.flatMap(({ rows }) => rows.map(({ number }) => number)).join(' ');
}

/** What is wrong in a formula by itself is said once the Markdown engine leaves it whole. */
function isOfMendedFormula({ finding: { span }, after, tried }: Fresh): boolean {
  const [own] = tried.fix.posts;
  const start = own?.post.path === after.path ? own.changes[0]?.span.start : undefined;
  if (start === undefined || !tried.finding.rule.startsWith('engine.')) return false;
  const mended = formulaAround(after, { start: start + 1, end: start + 1 });
  return mended !== null && holds(mended.span, span);
}

/** A number that is corrected in a heading gives it another address. */
function isOfChangedHeading({ finding: { rule }, tried }: Fresh): boolean {
  return rule === 'link.missing-heading' && tried.finding.rule === 'number.stale';
}

/** What takes dollars away leaves those before them that open nothing, and seemed to be closed by them. */
function isOfDollarsLeft({ finding: { rule }, tried }: Fresh): boolean {
  return rule === 'tex.unclosed' && tried.fix.title.code === 'fix.number-row';
}

/** Dollars that nothing closes are told of where TeX stands behind them, as the reference does that is written. */
function isOfDollarsBeforeTex({ finding: { rule, span }, after, tried }: Fresh): boolean {
  const [own] = tried.fix.posts;
  const change = own?.post.path === after.path ? own.changes[0] : undefined;
  if (rule !== 'tex.unclosed' || !change?.text.includes('\\')) return false;
  const blockOf = (offset: number): unknown => blockAtOffset(after.blocks, offset);
  return span.end <= change.span.start && blockOf(span.start) === blockOf(change.span.start);
}
