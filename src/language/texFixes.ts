// What a problem of reading offers in place of the TeX that can be read in two ways, where that is certain enough.
import type { EvaluationProblem } from '../evaluate/result.js';

/** Texts that may stand in place of what the problem points at. */
export function texFixes({ code }: EvaluationProblem, source: string): readonly string[] {
  return code in FIXES ? (FIXES[code]?.(source) ?? []) : [];
}

const FIXES: Readonly<Record<string, (source: string) => readonly string[]>> = {
  'number.comma': (source) => {
    const isThousands = /^[1-9]\d{0,2},\d{3}$/.test(source);
    return [...(isThousands ? [source.replace(',', '{,}')] : []), source.replace(',', '.')];
  },
  'number.exponent-notation': (source) => {
    const [, mantissa, power] = /^([\d.]+)[eE]([-+]?\d+)$/.exec(source) ?? [];
    if (mantissa === undefined || power === undefined) return [];
    return [`${mantissa}\\times10^{${Number(power)}}`];
  },
  'ambiguous.number-after-factor': (source) => [`\\cdot ${source}`],
  'ambiguous.slash': (source) => {
    const [, above, below] = /^([^/]+)\/([^/]+)$/.exec(source) ?? [];
    const first = /^\s*(?:\d+(?:\.\d+)?|\\[a-zA-Z]+|[a-zA-Z])(?![_^{])/.exec(below ?? '')?.[0];
    if (above === undefined || below === undefined) return [];
    const whole = `\\frac{${above.trim()}}{${below.trim()}}`;
    const rest = first === undefined ? '' : below.slice(first.length);
    return rest === '' || !isBalanced(above + below)
      ? []
      : [whole, `\\frac{${above.trim()}}{${first?.trim() ?? ''}}${rest}`];
  },
  'ambiguous.mixed-number': (source) => {
    const found = /^(\d+)\s*(\\[dt]?frac\s*(?:\d\s*\d|\{\d+\}\s*\{\d+\}))$/.exec(source);
    const [, whole = '', fraction = ''] = found ?? [];
    return found ? [`(${whole}+${fraction})`, `${whole}\\cdot${fraction}`] : [];
  },
  'ambiguous.argument': (source) => {
    const [, argument, sign = ''] = /^(.*?)(\/|\\cdot|\\times)$/s.exec(source) ?? [];
    return argument === undefined || !isBalanced(argument) ? [] : [`(${argument.trim()})${sign}`];
  },
  'syntax.space-separates': (source) => [`,${source}`],
  'norm.matrix-unnamed': (source) => [`${source}_F`],
  'call.vector-argument': (source) => {
    const inner = /^\((.*)\)$/s.exec(source)?.[1];
    return inner === undefined ? [] : [`([${inner}])`];
  },
};

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const character of tex) {
    if ('({['.includes(character)) depth++;
    if (')}]'.includes(character)) depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
