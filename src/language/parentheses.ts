// Parentheses that settle how far a function, a sum or a remainder goes: each way to read it, where the text tells.
import { tailOf } from '../core/text/tail.js';
import { text, type Offer, type Trouble } from './offer.js';
import { groupAt, isBalanced, termAt } from './texStretch.js';

const SCRIPTS = String.raw`(?:[_^](?:\w|\\[a-zA-Z]+|\{(?:[^{}]|\{[^{}]*\})*\}))*`;
/** A command with what stands above and below it, before its argument. */
const HEAD = new RegExp(String.raw`\\[a-zA-Z]+(?:\{[^{}]*\})?${SCRIPTS}\s*$`);

/** `\log ab/2`, `\log a(1-b)`, `\prod_i i/2`, `\max_i (x_i)^2`. */
export function argumentOffers(trouble: Trouble): readonly Offer[] {
  const { source } = trouble;
  const [, argument = '', sign = ''] = /^(.*?)\s*(\/|\\cdot|\\times)$/s.exec(source) ?? [];
  if (sign !== '') return isBalanced(argument) ? signedOffers(trouble, argument, sign) : [];
  if (!isBalanced(source)) return [];
  return HEAD.test(trouble.before) ? headedOffers(trouble) : trailingOffers(trouble);
}

/** The sign belongs to the argument, or what stands behind it is another factor. */
function signedOffers({ behind }: Trouble, argument: string, sign: string): readonly Offer[] {
  const rest = termAt(behind);
  const outside = text(`(${argument.trim()})${sign}`);
  if (rest === '') return [outside];
  return [outside, text(`(${argument.trim()}${sign}${rest})`, 0, rest.length)];
}

/** What stands behind the head is its argument as a whole, or only the first part of it. */
function headedOffers({ source, before, behind }: Trouble): readonly Offer[] {
  const head = HEAD.exec(before)?.[0] ?? '';
  const [, first = '', second = ''] = /^(.*)((?:\/|\^)(?:[^/^]+))$/s.exec(source) ?? [];
  if (first !== '' && isBalanced(first))
    return [text(`(${source})`), text(`(${head}${first})${second}`, head.length)];
  const rest = termAt(behind);
  return rest === ''
    ? [text(`(${source})`)]
    : [
        text(`(${source}${rest})`, 0, rest.length),
        text(`(${head}${source})${rest}`, head.length, rest.length),
      ];
}

/** A group behind an argument without parentheses. */
function trailingOffers({ source, before }: Trouble): readonly Offer[] {
  const found = TRAILING.exec(before);
  const argument = found?.[1] ?? '';
  if (argument.trim() === '' || !isBalanced(argument)) return [];
  const call = found?.[0] ?? '';
  return [
    text(`(${call.trimEnd()})${source}`, call.length),
    text(`(${argument.trim()}${source})`, argument.length),
  ];
}

const TRAILING = new RegExp(
  String.raw`\\(?:log|ln|lg|exp|sin|cos|tan|sinh|cosh|tanh|arcsin|arccos|arctan)(?![a-zA-Z])${SCRIPTS}(?:\s+|(?=\\))([^-+=<>,;$&()]*)$`,
);

/** `a + b \bmod 2`: of the last term alone, or of all before it. */
export function remainderOffers({ source, before }: Trouble): readonly Offer[] {
  const [, left = '', right = ''] = /^(.*?)\s*\\bmod\s*(.*)$/s.exec(source) ?? [];
  const sum = tailOf(before, /[^=<>,;$&([{]/);
  if (left === '' || !/[-+]\s*$/.test(sum)) return [text(`(${source})`)];
  const all = sum.trimStart();
  return [text(`(${source})`), text(`(${all}${left}) \\bmod ${right}`, all.length)];
}

/** `f^2(x)` as `f(x)^2`. */
export function functionPower({ source, behind }: Trouble): readonly Offer[] {
  const [, name = '', power = ''] = /^(.*?)(\^(?:\w|\{[^{}]*\}))$/s.exec(source) ?? [];
  const argument = groupAt(behind);
  return name === '' || argument === ''
    ? []
    : [text(`${name}${argument}${power}`, 0, argument.length)];
}

/** `\sum_i x_i + y_i` as `\sum_i (x_i + y_i)`. */
export function indexBehindSum({ source, before, behind }: Trouble): readonly Offer[] {
  const index = source.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const operator = new RegExp(
    String.raw`\\(?:sum|prod)(?=_\{?\s*${index}(?![a-zA-Z]))${SCRIPTS}\s*`,
    'g',
  );
  const last = [...before.matchAll(operator)].at(-1);
  if (last === undefined) return [];
  const body = before.slice(last.index + last[0].length);
  // The rest of the term in whose scripts the index stands.
  const inTerm = closing(body + source, behind);
  const rest = inTerm + termAt(behind.slice(inTerm.length));
  const whole = body + source + rest;
  if (!isBalanced(whole) || body.includes('$')) return [];
  return [text(`(${whole.trimEnd()})`, body.length, rest.length)];
}

/** What closes the brackets that are open. */
function closing(open: string, behind: string): string {
  for (let end = 0; end <= behind.length; end++)
    if (isBalanced(open + behind.slice(0, end))) return behind.slice(0, end);
  return '';
}
