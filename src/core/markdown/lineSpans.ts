// Code and formulas as HyperDown takes them out of each line, by its own expressions: code first.

const code = /(^|[^\\])(`+)(.+?)\2/gm;
const math = /(^|[^\\])(\$+)(.+?)\2/gm;
/** Longer runs would take too long, and are no one's. */
const longRun = /`{9,}|\${9,}/g;

/** Where each code span ends, by where it begins. */
export function codeInLines(text: string): ReadonlyMap<number, number> {
  return spansOf(hidden(text, longRun), code);
}

export function mathInLines(text: string): ReadonlyMap<number, number> {
  return spansOf(hidden(hidden(text, longRun), code), math);
}

function spansOf(text: string, form: RegExp): ReadonlyMap<number, number> {
  const spans = new Map<number, number>();
  for (const match of text.matchAll(form))
    spans.set(match.index + (match[1] ?? '').length, match.index + match[0].length);
  return spans;
}

/** What no expression goes on over. */
function hidden(text: string, form: RegExp): string {
  return text.replace(form, (whole, before: unknown) => {
    const kept = typeof before === 'string' ? before : '';
    return kept + '\r'.repeat(whole.length - kept.length);
  });
}
