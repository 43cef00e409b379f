// Random formulas of decimals with their exact values: fractions of big integers, apart from ours.
import fc from 'fast-check';

export interface Exact {
  readonly above: bigint;
  readonly below: bigint;
}

/** What is defined before, the formula, and what it truly comes to. */
interface ExactFormula {
  readonly lines: readonly string[];
  readonly tex: string;
  readonly value: Exact;
}

interface Part {
  readonly tex: string;
  readonly value: Exact;
}

const reduced = (above: bigint, below: bigint): Exact => {
  let [first, second] = [above < 0n ? -above : above, below < 0n ? -below : below];
  while (second !== 0n) [first, second] = [second, first % second];
  const sign = below < 0n ? -1n : 1n;
  return first === 0n
    ? { above: 0n, below: 1n }
    : { above: (sign * above) / first, below: (sign * below) / first };
};

const literal: fc.Arbitrary<Part> = fc
  .tuple(
    fc.oneof(fc.bigInt(0n, 99n), fc.bigInt(0n, 99_999n), fc.bigInt(0n, 99_999_999_999_999_999n)),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([digits, decimals]) => ({
    tex: decimalText(digits, decimals),
    value: reduced(digits, 10n ** BigInt(decimals)),
  }));

function decimalText(digits: bigint, decimals: number): string {
  if (decimals === 0) return String(digits);
  const text = String(digits).padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** With at least so many digits behind the point; `null` for a fraction without a finite decimal. */
export function asDecimal({ above, below }: Exact, least = 0): string | null {
  for (let decimals = least; decimals <= 60; decimals++) {
    const scaled = above * 10n ** BigInt(decimals);
    if (scaled % below !== 0n) continue;
    const digits = scaled / below;
    return digits < 0n ? `-${decimalText(-digits, decimals)}` : decimalText(digits, decimals);
  }
  return null;
}

export function plus({ above, below }: Exact, other: Exact): Exact {
  return reduced(above * other.below + other.above * below, below * other.below);
}

type Operator = '+' | '-' | '*' | '/' | 'sum' | 'power';

function combine(operator: Operator, left: Part, right: Part, times: number): Part {
  const [{ above: a, below: b }, { above: c, below: d }] = [left.value, right.value];
  const n = BigInt(times);
  switch (operator) {
    case '+':
      return { tex: `(${left.tex} + ${right.tex})`, value: plus(left.value, right.value) };
    case '-':
      return {
        tex: `(${left.tex} - ${right.tex})`,
        value: plus(left.value, { above: -c, below: d }),
      };
    case '*':
      return { tex: `(${left.tex} \\cdot ${right.tex})`, value: reduced(a * c, b * d) };
    case '/':
      if (c === 0n) return left;
      return { tex: `\\frac{${left.tex}}{${right.tex}}`, value: reduced(a * d, b * c) };
    case 'sum':
      return { tex: `(\\sum_{i=1}^{${times}} ${left.tex})`, value: reduced(a * n, b) };
    case 'power':
      return { tex: `(${left.tex})^{${times % 4}}`, value: reduced(a ** (n % 4n), b ** (n % 4n)) };
  }
}

const step = fc.tuple(
  fc.constantFrom<Operator>('+', '-', '*', '/', 'sum', 'power'),
  literal,
  fc.integer({ min: 1, max: 30 }),
  fc.boolean(),
  fc.boolean(),
);

/** Each step may take what it has as a name, and stand on either side. */
export const exactFormula: fc.Arbitrary<ExactFormula> = fc
  .tuple(literal, fc.array(step, { maxLength: 7 }))
  .map(([start, steps]) => {
    const lines: string[] = [];
    let part = start;
    steps.forEach(([operator, other, times, named, swapped], at) => {
      if (named) {
        const name = `a_{\\text{${at}}}`;
        lines.push(`${name} = ${part.tex}`);
        part = { tex: name, value: part.value };
      }
      part = swapped
        ? combine(operator, other, part, times)
        : combine(operator, part, other, times);
    });
    return { lines, ...part };
  });
