// Whatever the engines of a site, what is wrong with TeX is said at the exact place.
import { describe, it } from 'vitest';
import { markdownEngines, mathEngines } from '../../src/core/site/site.js';
import { checkRule } from '../support/checkRule.js';

const sites = mathEngines.flatMap((math) =>
  markdownEngines.map((markdown) => ({ math, markdown })),
);

describe.each(sites)('$math behind $markdown', (site) => {
  it('where no engine can read on', () => {
    checkRule(
      'tex.parse',
      String.raw`
Let $$x = \frac{a}$$ and $$x^2^3$$.
          ^^^^^               ^

> $$
> a + b & c
        ^
> $$
`,
      [/\\frac lacks/, /superscripts/, /no columns/],
      { site },
    );
  });

  it('where a fence or an environment of a formula is left open', () => {
    checkRule(
      'display.error',
      String.raw`
- $$\left( a$$
    ^^^^^^

> $$x + \begin{cases} a$$
        ^^^^^^^^^^^^^
`,
      [/\\left has no/, /cases is not closed/],
      { site },
    );
  });

  it('where a formula begins that has no end', () => {
    checkRule(
      'tex.unclosed',
      String.raw`
> Let
> $$ x = \sqrt{y
  ^^

\begin{align} x
^^^^^^^^^^^^^
`,
      [/Nothing closes this \$\$/, /no \\end\{align\}/],
      { site },
    );
  });

  it('where an unknown environment begins', () => {
    checkRule(
      'display.error',
      String.raw`
> $$
> a + \begin{IEEEeqnarray} b \end{IEEEeqnarray}
      ^^^^^^^^^^^^^^^^^^^^
> $$

\begin{dmath} a \end{dmath}
^^^^^^^^^^^^^
`,
      [/IEEEeqnarray/, /dmath/],
      { site },
    );
  });
});
