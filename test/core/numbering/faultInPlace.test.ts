// A display whose TeX no engine accepts takes no number, as far as MathJax 3 and 4 take none.
import { describe, expect, it } from 'vitest';
import { comparePage } from '../../support/numberingOracle.js';
import { readPageFormula } from './pages.js';

const raw = String.raw;

const faults = [
  ...['x^2^3', 'x_a_b', '{x^2}^3_4_5', raw`{\frac{1}}`, raw`{x^}`, raw`{\hat}`, 'x+{a&b}'],
  ...[raw`\left a\right)`, raw`{\left(a\right}`, raw`\begin{matrix}x^1^2\end{matrix}`],
];

const displays = {
  equation: (tex: string) => raw`\begin{equation}${tex}\label{f}\end{equation}`,
  'a row before it': (tex: string) => raw`\begin{align}a\label{r}\\${tex}\label{f}\\c\end{align}`,
  'a row behind it': (tex: string) => raw`\begin{align}${tex}\\c\label{f}\end{align}`,
  'a label before it': (tex: string) => raw`\begin{gather}\label{f}${tex}\\c\end{gather}`,
  'a tag': (tex: string) => raw`\begin{equation}${tex}\tag{x}\label{f}\end{equation}`,
  'no environment': (tex: string) => raw`$$${tex}$$`,
};

interface Side {
  readonly formulas: readonly { readonly error: unknown; readonly shown: unknown }[];
  readonly labels: unknown;
}

/** Everything but the kind of error, of which MathJax has other words. */
function withoutKind({ formulas, labels }: Side): unknown {
  return { labels, formulas: formulas.map((formula) => ({ ...formula, error: null })) };
}

describe.each([3, 4] as const)('MathJax %i', (version) => {
  it.each(Object.entries(displays))('%s', async (_name, display) => {
    for (const fault of faults) {
      const page = [
        raw`\begin{equation}a\label{a}\end{equation}`,
        display(fault),
        raw`\begin{equation}b\label{b}\end{equation}`,
        raw`$\eqref{a}\eqref{f}\eqref{b}$`,
      ].map((tex) => readPageFormula(tex));
      for (const tags of ['ams', 'all'] as const) {
        const { ours, theirs } = await comparePage(version, tags, page);
        expect((theirs as Side).formulas[1]?.shown, fault).toBe('not typeset');
        expect(withoutKind(ours as Side), `${tags}: ${fault}`).toEqual(withoutKind(theirs as Side));
      }
    }
  });
});
