// A title as a stem and the part of a series that it names: 名（十六）：副题, 名：11、副题, 名（上）, Name, Part 3.
import { looseTitle } from './looseTitle.js';

export interface TitleParts {
  /** What the titles of a series have in common, as it is written. */
  readonly stem: string;
  /** `null` for a title that names no part. */
  readonly part: TitlePart | null;
  /** What stands behind; empty where there is nothing. */
  readonly subtitle: string;
}

export interface TitlePart {
  /** `count`: 1, 2, 3 …, as far as it goes; `position`: 上, 中, 下, which say where the end is. */
  readonly kind: 'count' | 'position';
  /** 1 for 上, 2 for 中, 3 for 下. */
  readonly number: number;
  /** What names it, with its brackets and marks: where it stands in the title. */
  readonly start: number;
  readonly end: number;
}

const numeral = '\\d{1,3}|[一二三四五六七八九十]{1,3}';
const roman = '[IVX]{1,5}';
const position = '[上中下]';
const unit = '[部篇章节節讲講回期集卷课課]';
const word = '(?:[Pp]art|PART|[Pp]t\\.?|[Ll]ecture|[Cc]hapter|[Ee]pisode)';

/** Between stem and part, and between part and subtitle. */
const joint = '[\\s:：,，、.。·\\-–—_|｜]*';
/** A digit behind its mark goes on with the number: 2.5 and 2-3 are no part 2. */
const behind = '\\s*(?:$|[:：,，、。|｜\\s]|[.\\-–—](?!\\d))';

/** From the surest on; each gives the text of the number. */
const forms: readonly RegExp[] = [
  // （十六）, (上), （之三）, （第2篇）, (Part 3), (III), but not LR(1)
  new RegExp(
    `(?:(?<![A-Za-z\\d])[(\\[]|[（【])\\s*(?:之|第|${word}\\s*|#)?(?<number>${numeral}|${roman}|${position})\\s*(?:${unit}|部分)?\\s*[)）】\\]]`,
  ),
  // 名：11、副题; 名：7. 副题
  new RegExp(`(?<=[:：]\\s*)(?<number>${numeral})\\s*[、.．：:](?!\\d)`),
  // 名 第三讲; 名之三; 名：上篇
  new RegExp(`第(?<number>${numeral})\\s*(?:${unit}|部分)(?=${behind})`),
  new RegExp(`之(?<number>[一二三四五六七八九十]{1,3}|${position})(?=${behind})`),
  new RegExp(`(?<=[\\s:：·\\-–—])(?<number>${position})(?:篇|部|卷|集)(?=${behind})`),
  // Name, Part 3; Name: Lecture 2
  new RegExp(`(?<=[^\\w])${word}\\s*(?<number>\\d{1,3}|${roman})(?=${behind})`),
];

/** Longer ones are no titles that anybody counts. */
export const longestTitle = 300;

export function parseTitle(title: string): TitleParts {
  const whole = { stem: title.trim(), part: null, subtitle: '' };
  if (title.length > longestTitle) return whole;
  for (const form of forms) {
    const match = form.exec(title);
    const number = numberOf(match?.groups?.['number'] ?? '');
    if (match === null || number === null) continue;
    const stem = trimJoint(title.slice(0, match.index));
    // What begins with a part's number is a list of lessons, not a series with a name.
    if (looseTitle(stem) === '') continue;
    const end = match.index + match[0].length;
    const subtitle = trimJoint(title.slice(end));
    return { stem, part: { ...number, start: match.index, end }, subtitle };
  }
  return whole;
}

/** The titles under which a citation without a link may mean it: without its subtitle, without its part. */
export function titleForms(title: string): readonly string[] {
  const { stem, part, subtitle } = parseTitle(title);
  return part === null ? [title] : [title, title.slice(0, part.end), `${stem} ${subtitle}`];
}

function numberOf(text: string): Pick<TitlePart, 'kind' | 'number'> | null {
  if (/^\d+$/.test(text)) return { kind: 'count', number: Number(text) };
  const place = '上中下'.indexOf(text);
  if (text.length === 1 && place >= 0) return { kind: 'position', number: place + 1 };
  const number = /^[IVX]+$/.test(text) ? romanNumber(text) : chineseNumber(text);
  return number === null ? null : { kind: 'count', number };
}

const chineseDigits = '一二三四五六七八九';

/** 一 to 九十九. */
function chineseNumber(text: string): number | null {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return null;
  const [, tens, ten, ones] = match;
  const digit = (character: string): number => chineseDigits.indexOf(character) + 1;
  return (ten === undefined ? 0 : 10 * (tens ? digit(tens) : 1)) + (ones ? digit(ones) : 0);
}

const romanOnes = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** Roman numerals below 40. */
function romanNumber(text: string): number | null {
  const tens = /^X{0,3}/.exec(text)?.[0].length ?? 0;
  const ones = romanOnes.indexOf(text.slice(tens));
  return ones < 0 ? null : 10 * tens + ones;
}

const leading = new RegExp(`^${joint}`);

function trimJoint(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s:：,，、.。·\-–—_|｜]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(leading, '');
}
