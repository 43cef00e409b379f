// The form in which a citation writes a title: its width, and the spaces around its marks.

/** Of each mark, half-width and full-width. */
const widths: readonly (readonly [string, string])[] = [
  ['(', '（'],
  [')', '）'],
  ['[', '［'],
  [']', '］'],
  [':', '：'],
  [',', '，'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
];

/** `text` in the form of what is cited, as far as that has one that is not the form of the title itself. */
export function inFormOf(cited: string, title: string, text: string): string {
  let formed = inDigitsOf(cited, title, text);
  for (const [half, full] of widths) {
    const mark = new RegExp(`\\s*[\\${half}${full}]\\s*`, 'g');
    const [own, other] = [onlyForm(title, mark), onlyForm(cited, mark)];
    if (own === null || other === null || own === other) continue;
    formed = formed.replace(mark, (found) => (found.trim() === own.trim() ? other : found));
  }
  return formed.trim();
}

/** `null` where there is none, or several. */
function onlyForm(text: string, mark: RegExp): string | null {
  const [form, ...others] = new Set(text.match(mark));
  return form !== undefined && others.length === 0 ? form : null;
}

function inDigitsOf(cited: string, title: string, text: string): string {
  const [isFull, wasFull] = [/[０-９]/, /[0-9]/].map(
    (digit) => digit.test(cited) && !digit.test(title),
  );
  if (isFull) return text.replace(/[0-9]/g, (digit) => shifted(digit, fullWidth));
  return wasFull ? text.replace(/[０-９]/g, (digit) => shifted(digit, -fullWidth)) : text;
}

/** How far full-width forms stand behind those of ASCII. */
const fullWidth = 0xfee0;

function shifted(character: string, by: number): string {
  return String.fromCharCode(character.charCodeAt(0) + by);
}
