// What mends each problem that evaluation can tell, where its message names an edit: one list, by code.
import { wordTable } from '../core/text/wordTable.js';
import { tailOf } from '../core/text/tail.js';
import type { ProblemCode } from '../evaluate/messages.js';
import { text, type Offer, type Trouble } from './offer.js';
import { argumentOffers, functionPower, indexBehindSum, remainderOffers } from './parentheses.js';
import { isBalanced, openBracket } from './texStretch.js';

type Offering = (trouble: Trouble) => readonly Offer[];

/** The codes of problems that have any. */
export function codesWithOffers(): readonly string[] {
  return Object.keys(OFFERS);
}

export function problemOffers(code: string, trouble: Trouble): readonly Offer[] {
  return OFFERS[code]?.(trouble) ?? [];
}

function line(written: string): Offer {
  return { kind: 'line', text: written };
}

const bind: Offering = ({ name }) => [line(`${name} = `)];

/** The texts in place of the source where it has a form. */
function form(
  pattern: RegExp,
  write: (...parts: readonly string[]) => readonly string[],
): Offering {
  return ({ source }) => {
    const found = pattern.exec(source);
    return found ? write(...found.slice(1).map((part = '') => part)).map((one) => text(one)) : [];
  };
}

const ATOM = String.raw`(?:\\(?!cdot|times)[a-zA-Z]+(?:\{[^{}]*\}|\s*[a-zA-Z](?![a-zA-Z]))?|[a-zA-Z])(?:_(?:\w|\{[^{}]*\}))?`;
/** `xy`, `x\cdot y`, `\mathbf{x}_1\mathbf{y}`. */
const TWO_ATOMS = new RegExp(String.raw`^(${ATOM})\s*(?:\\(?:cdot|times)\s*)?(${ATOM})$`);

/** `2e-3`, `2e{-3}`, `2\mathrm{e}-3`. */
const powerOfTen = form(
  /^([\d.]+)(?:[eE]|\\\w+\s*\{[eE]\})(?:\{([-+]?\d+)\}|([-+]?\d+))$/,
  (mantissa = '', braced = '', bare = '') => [`${mantissa}\\times10^{${Number(braced + bare)}}`],
);

const LISTED: Readonly<Partial<Record<ProblemCode, Offering>>> = {
  'number.leading-zero': form(/^0(\d+)$/, (digits) => [`0.${digits}`]),
  'number.split': ({ source, behind }) => {
    const rest = /^\d*(?:\s+\d+)*/.exec(behind)?.[0] ?? '';
    const parts = (source + rest).split(/\s+/);
    const isThousands = parts.every(
      (part, at) => part.length === 3 || (at === 0 && part.length < 3),
    );
    return [...(isThousands ? ['{,}'] : []), ''].map((sign) =>
      text(parts.join(sign), 0, rest.length),
    );
  },
  // It points at one digit on each side.
  'number.comma': ({ source, before, behind }) => {
    const first = tailOf(before, /\d/);
    const last = /^\d*/.exec(behind)?.[0] ?? '';
    const whole = first + source + last;
    const isThousands = /^[1-9]\d{0,2},\d{3}$/.test(whole);
    return [...(isThousands ? ['{,}'] : []), '.'].map((sign) =>
      text(whole.replace(',', sign), first.length, last.length),
    );
  },
  'number.exponent-notation': powerOfTen,
  'number.exponent-upright': powerOfTen,
  'syntax.semicolon': ({ before }) => (openBracket(before) === '[' ? [] : [text(',')]),
  'syntax.space-separates': ({ source }) => [text(`,${source}`)],
  'syntax.subscript-of-number': form(/^(\d[\d.]*)_(?:\w|\{[^{}]*\})$/, (number = '') => [number]),
  'syntax.superscript-of-function': functionPower,
  'syntax.case-without-condition': ({ source }) => {
    const [, head = '', last = '', end = ''] =
      /^(\\begin\{cases\}(?:[^&\\]*&(?:(?!\\\\)[^&])*\\\\)*)([^&]*?)(\s*\\end\{cases\})$/.exec(
        source,
      ) ?? [];
    return last.trim() === '' ? [] : [text(`${head}${last} & \\text{otherwise}${end}`)];
  },
  'syntax.sign-exponent': ({ source }) => [text(`{${source}}`)],
  'ambiguous.argument': argumentOffers,
  'ambiguous.remainder': remainderOffers,
  'ambiguous.number-after-factor': ({ source }) => [text(`\\cdot ${source}`)],
  'ambiguous.slash': ({ source }) => slashes(source).map((one) => text(one)),
  'ambiguous.mixed-number': form(
    /^(\d+)\s*(\\[dt]?frac\s*(?:\d\s*\d|\{\d+\}\s*\{\d+\}))$/,
    (whole = '', fraction = '') => [`(${whole}+${fraction})`, `${whole}\\cdot${fraction}`],
  ),
  'ambiguous.function-power': functionPower,
  'ambiguous.factorial': form(/^!=$/, () => ['! =', '\\ne ']),
  'shape.dagger': form(/^(.*?)\^(?:\{\s*\\dagger\s*\}|\\dagger)$/, (matrix = '') => [
    `\\operatorname{pinv}(${matrix})`,
    `${matrix}^\\top`,
  ]),
  'name.unbound-identity': ({ data }) => [text('I'), line(`${data['size'] ?? ''} = `)],
  'definition.own-name': ({ data }) => [text(data['meant'] ?? '')],
  'name.unbound': (trouble) => [...bind(trouble), ...domain(trouble, '\\mathbb{R}')],
  'name.unbound-i': (trouble) => [...bind(trouble), ...domain(trouble, '\\mathbb{R}')],
  'name.unbound-vector': (trouble) => [...bind(trouble), ...domain(trouble, '\\mathbb{R}^n')],
  'name.unbound-size': bind,
  'name.no-such-member': bind,
  'name.index-after-sum': indexBehindSum,
  'set.unbound': bind,
  'call.unbound': (trouble) => [line(`${trouble.name}(x) = `), ...bind(trouble)],
  'call.display': ({ data }) => [line(`\\eqref{${data['label'] ?? ''}}`)],
  'call.unknown-word': ({ data }) => [line(`\\operatorname{${data['name'] ?? ''}}(x) = `)],
  'call.missing-bar': ({ source, data }) => {
    const parts = source.split(/,\s*/);
    return parts.length === 2 && parts.every((part) => !/[([{].*[)\]}]/.test(part))
      ? [text(parts.join(data['bar'] ?? ''))]
      : [];
  },
  'call.vector': ({ source }) => [text(`${source} \\odot `)],
  'call.vector-argument': form(/^\((.*)\)$/s, (inner = '') => [`([${inner}])`]),
  'approach.sides': form(
    /^(.*?\\to\s*)([\w.-]+|\\[a-zA-Z]+)(\s*\}.*)$/s,
    (head = '', to = '', rest = '') => ['-', '+'].map((side) => `${head}${to}^${side}${rest}`),
  ),
  'search.not-attained': form(/^\\(max|min)(?![a-zA-Z])(.*)$/s, (name, rest = '') => [
    `\\${name === 'max' ? 'sup' : 'inf'}${rest}`,
  ]),
  'sequence.no-start': ({ data }) => [line(`${data['name'] ?? ''}_0 = `)],
  'solution.no-start': ({ data }) => [line(`${data['name'] ?? ''}(0) = `)],
  'shape.product-of-vectors': form(TWO_ATOMS, (left = '', right = '') => [
    `${left} \\odot ${right}`,
    `${left}^\\top ${right}`,
  ]),
  'shape.product-sign': form(
    /^([^\\]*?)\s*\\(?:cdot|times)\s*([^\\]*)$/,
    (left = '', right = '') => [`${left} ${right}`],
  ),
  'ambiguous.entry-power': ({ source }) => {
    const base = /^[^_^]+/.exec(source)?.[0] ?? '';
    const below = /_(?:\w|\{[^{}]*\})/.exec(source)?.[0] ?? '';
    const above = /\^(?:\w|\{[^{}]*\})/.exec(source)?.[0] ?? '';
    const isWhole = base.length + below.length + above.length === source.length;
    return isWhole ? [text(`(${base}${above})${below}`), text(`(${base}${below})${above}`)] : [];
  },
  'ambiguous.row-or-entry': form(/^(.*_)\{?(\d)(\d)\}?$/s, (head = '', row = '', column = '') => [
    `${head}{${row}${column},:}`,
    `${head}{${row},${column}}`,
  ]),
  'shape.transpose-of-number': form(/^(.*?)\^(?:\\top|T|\{\\top\}|\{T\})$/s, (base = '') => [base]),
  'shape.positive-part-of-matrix': form(/^(.*?)\^(?:\+|\{\+\})$/s, pseudoInverse),
  'matrix.singular': form(/^(.*?)\^\{-1\}$/s, pseudoInverse),
  'norm.of-number': form(/^\\\|(.*)\\\|(?:_\w|_\{[^{}]*\})?$/s, (inner = '') => [`|${inner}|`]),
  'norm.bars-of-matrix': form(/^\|(.*)\|$/s, (inner = '') => [
    `\\det(${inner})`,
    `\\|${inner}\\|_F`,
  ]),
  'norm.matrix-unnamed': ({ source }) => [text(`${source}_F`), text(`${source}_2`)],
  'norm.several-vectors': ({ source, data }) => {
    const order = /^(?:l|\\ell)(_.*)$/s.exec(source)?.[1];
    const names = (data['names'] ?? '').split(', ');
    return order === undefined ? [] : names.map((name) => text(`\\|${name}\\|${order}`));
  },
  'value.relation': ({ source, before, behind }) =>
    before.endsWith('(') && behind.startsWith(')') ? [text(`\\mathbf 1_{${source}}`, 1, 1)] : [],
  'function.power': form(
    /^(\\[a-zA-Z]+)(\^(?:\w|\{[^{}]*\}))\s*(.*)$/s,
    (name = '', power = '', argument = '') => [
      `${name}${/^\(.*\)$/s.test(argument) ? argument : `(${argument})`}${power}`,
    ],
  ),
  'setting.value': ({ source, data }) => {
    const expected = data['expected'] ?? '';
    if (expected.includes('…')) return [];
    return expected.split(', ').map((value) => text(source.replace(/\S+$/, value)));
  },
  'statement.list': ({ source, before, behind }) => {
    const first = /(?:-?[\d.]+\s*,\s*)*$/.exec(tailOf(before, /[-\d.,\s]/))?.[0] ?? '';
    const last = /^(?:\s*,\s*-?[\d.]+)*/.exec(behind)?.[0] ?? '';
    return [text(`[${first}${source}${last}]`, first.length, last.length)];
  },
  'index.zero': () => [line('set index 0')],
  'check.no-display': ({ source, data }) =>
    data['gap'] === undefined ? [] : [text(` ${source}`, Number(data['gap']))],
  'check.undeclared': (trouble) => [line(`${trouble.name} \\in \\mathbb{R}`), ...bind(trouble)],
};

const OFFERS: Readonly<Record<string, Offering>> = wordTable(LISTED);

function domain({ name, isRelation }: Trouble, set: string): readonly Offer[] {
  return isRelation ? [line(`${name} \\in ${set}`)] : [];
}

function pseudoInverse(base = ''): readonly string[] {
  return [`\\operatorname{pinv}(${base})`];
}

/** What is below the bar: all that follows, or the first factor. */
function slashes(source: string): readonly string[] {
  const [, above, below] = /^([^/]+)\/([^/]+)$/.exec(source) ?? [];
  const first = /^\s*(?:\d+(?:\.\d+)?|\\[a-zA-Z]+|[a-zA-Z])(?![_^{])/.exec(below ?? '')?.[0];
  if (above === undefined || below === undefined || !isBalanced(above) || !isBalanced(below))
    return [];
  const whole = `\\frac{${above.trim()}}{${below.trim()}}`;
  const rest = first === undefined ? '' : below.slice(first.length);
  return rest === '' ? [] : [whole, `\\frac{${above.trim()}}{${first?.trim() ?? ''}}${rest}`];
}
