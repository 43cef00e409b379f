// Tags as Python-Markdown reads them before it knows of any block: what begins like one goes on over lines
// and blank lines, as `a<b` may, and what stands in it begins no HTML.

/** In a name and before an attribute a backtick ends the tag, in vain. */
const tag =
  /<[a-zA-Z][^`\s/>]*(?:[\s/]*(?:(?<=['"\s/])[^`\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^`>\s]*)(?:\s*,)*)?(?:\s|\/(?!>))*)*)?\s*/y;

/** No one means a longer one, and it must not be sought for long. */
export const longestTag = 4000;

export interface TagSpan {
  readonly start: number;
  readonly end: number;
}

/** The tags that go on over a line's end. */
export function tagsOverLines(text: string): readonly TagSpan[] {
  const spans: TagSpan[] = [];
  const starts = /<[a-zA-Z]/g;
  let close = -1;
  for (
    let start = starts.exec(text)?.index;
    start !== undefined;
    start = starts.exec(text)?.index
  ) {
    if (close < start) close = text.indexOf('>', start);
    if (close < 0) break;
    if (close - start > longestTag) continue;
    const end = tagEnd(text, start);
    starts.lastIndex = Math.max(Math.abs(end), start + 1);
    if (end > 0 && text.slice(start, end).includes('\n')) spans.push({ start, end });
  }
  return spans;
}

/** Behind the tag; negative where what begins like one is none. */
function tagEnd(text: string, start: number): number {
  const part = text.slice(start, start + 2 * longestTag);
  tag.lastIndex = 0;
  tag.test(part);
  const end = tag.lastIndex;
  if (part.startsWith('>', end)) return start + end + 1;
  return part.startsWith('/>', end) ? start + end + 2 : -(start + end);
}

/** Whether what begins at `at` stands in one of the tags. */
export function isInTag(spans: readonly TagSpan[], at: number): boolean {
  return spans.some(({ start, end }) => start < at && at < end);
}

/** Whether a tag that begins in what stands before a place goes on there. */
export function isHeldByTag(before: string, behind: string): boolean {
  if (!mayLeaveTagOpen(before)) return false;
  const part = before.slice(before.lastIndexOf('>') + 1);
  return isInTag(tagsOverLines(part + behind), part.length);
}

/** Whether a tag may be open at the end of a text. */
export function mayLeaveTagOpen(text: string): boolean {
  return /<[a-zA-Z]/.test(text.slice(text.lastIndexOf('>') + 1));
}
