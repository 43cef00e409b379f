// Comments silence rules, where they stand or in the whole post.
import { it } from 'vitest';
import { checkFix } from '../support/checkFix.js';
import { checkRule } from '../support/checkRule.js';

const rule = 'label.undefined';
const speaks = [/^error: No equation/];
const equation = '$$a \\tag{1}\\label{eq:a}$$\n\n';

it('in the block of the comment', () => {
  checkRule(
    rule,
    `${equation}\\eqref{x} <!-- postulate-ignore label.undefined -->
\\eqref{y}

\\eqref{z}
       ^
`,
    speaks,
  );
});

it('behind the end of a display', () => {
  checkRule(
    'label.duplicate',
    `${equation}\\begin{equation}
a \\label{eq:a}
\\end{equation}<!-- postulate-ignore label.duplicate: it is meant -->
`,
    [],
  );
});

it('in the next block, where the comment stands alone', () => {
  checkRule(
    rule,
    `${equation}<!-- postulate-ignore label.undefined -->

\\eqref{x}

\\eqref{z}
       ^
`,
    speaks,
  );
});

it('in the whole post, wherever the comment stands', () => {
  checkRule(rule, `${equation}\\eqref{x}\n\n<!-- postulate-ignore-post label.undefined -->\n`, []);
});

it('all of them, where it names none', () => {
  checkRule(rule, `${equation}\\eqref{x} <!-- postulate-ignore -->\n`, []);
});

it('with the reason behind a colon, also where it names none', () => {
  checkRule(rule, `${equation}\\eqref{x} <!-- postulate-ignore: it is of the slides -->\n`, []);
  checkRule(
    rule,
    `${equation}\\eqref{x} <!-- postulate-ignore label.unused，label.undefined：见幻灯片 -->\n`,
    [],
  );
});

it('no others than it names', () => {
  checkRule(
    rule,
    `${equation}\\eqref{x} <!-- postulate-ignore label.unused, label.duplicate -->
       ^
`,
    speaks,
  );
});

it('not where the word is part of another, or stands in code', () => {
  checkRule(
    rule,
    `${equation}\\eqref{x} <!-- postulate-ignored -->
       ^

\`<!-- postulate-ignore -->\` \\eqref{y}
                                   ^
`,
    [...speaks, ...speaks],
  );
});

it('with the code that was meant, once it is mended', () => {
  const comment = '<!-- postulate-ignore label.unused, label.undefned: of the slides -->';
  const mended = comment.replace('undefned', 'undefined');
  checkFix('ignore.unknown-rule', `Text. ${comment}\n`, `Text. ${mended}\n`);
});
