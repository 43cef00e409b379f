// Where formulas compute: worksheets, marks, relations of the prose and displays that are asked about.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite } from '../../../src/core/site/site.js';
import { formatValue } from '../../../src/evaluate/format.js';
import { evaluatePost } from '../../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../../src/evaluate/postInput.js';
import type { EvaluationResult } from '../../../src/evaluate/result.js';

const raw = String.raw;

/** Each result as its value or verdict, or as the code of its problem and where that stands. */
function comesTo(text: string, all = false): readonly string[] {
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  return evaluatePost(postForEvaluation(snapshot, { checkAll: all })).map((result) =>
    inShort(result, text),
  );
}

function inShort({ value, verdict, problems }: EvaluationResult, text: string): string {
  const told = problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
  if (told.length > 0) return told.join(', ');
  return verdict ?? (value === null ? '' : formatValue(value));
}

interface PlaceRule {
  readonly rule: string;
  /** Posts with what they come to. */
  readonly posts: readonly (readonly [post: string, results: readonly string[]])[];
}

function checkPlaces(rules: readonly PlaceRule[]): void {
  it.each(rules.map((rule) => [rule.rule, rule] as const))('%s', (_, { posts }) => {
    for (const [post, results] of posts) expect([post, comesTo(post)]).toEqual([post, results]);
  });
}

const sheet = '<!-- eval: a = 2, x = [1,2] -->\n\n';

const worksheets: readonly PlaceRule[] = [
  {
    rule: 'a worksheet is a fence with eval for its whole info string, or a comment on one line',
    posts: [
      ['```eval\n1+1\n```\n', ['2']],
      ['~~~ eval\n1+1\n~~~\n', ['2']],
      ['<!-- eval: 1+1 -->\n', ['2']],
      ['```evaluate\n1+1\n```\n', []],
      ['```Eval\n1+1\n```\n', []],
      ['```\n1+1\n```\n', []],
      ['    ```eval\n    1+1\n    ```\n', []],
      ['<!-- eval: 1+1\n2+2 -->\n', []],
      ['<!-- evaluate: 1+1 -->\n', []],
    ],
  },
  {
    rule: 'all worksheets of a post are one scope',
    posts: [
      ['```eval\nab\n```\n\n<!-- eval: a = 2 -->\n\n> ```eval\n> b = 3\n> ```\n', ['6']],
      ['```eval\na = 2\n```\n\n```eval\na = 3\na\n```\n', ['fails', '2']],
      ['```eval\nab\n```\n\n<!-- eval: a = 2 -->\n', ['name.unbound: b']],
    ],
  },
];

const marks: readonly PlaceRule[] = [
  {
    rule: 'a mark shows the value of its formula, in line or displayed',
    posts: [
      [`${sheet}$a+1$<!--= -->\n`, ['3']],
      [`${sheet}$$a+1$$<!--= -->\n`, ['3']],
      [`${sheet}$u$<!--= -->\n`, ['name.unbound: u']],
      [`${sheet}$a, x$<!--= -->\n`, ['mark.several-rows: x']],
    ],
  },
  {
    rule: 'a mark states the value, and a different one fails',
    posts: [
      [`${sheet}$a/3$<!--= 0.667 -->\n`, ['holds']],
      [`${sheet}$a/3$<!--= 0.666 -->\n`, ['fails']],
      [`${sheet}$u/3$<!--= 0.666 -->\n`, ['name.unbound: u']],
    ],
  },
  {
    rule: 'a mark may hold an expression, for the number before it',
    posts: [
      [`${sheet}| 0.67<!--= a/3 --> | 0.66<!--= a/3 --> |\n|--|--|\n`, ['holds', 'fails']],
      [`${sheet}It is 0.67<!--= u/3 -->.\n`, ['name.unbound: u']],
      [
        '```eval\nS(t) = ut\n```\n\nIt is 0.67<!--= S(1) -->.\n',
        ['name.unbound: u, mark.rests-on: <!--= S(1) -->'],
      ],
      [
        '```eval\nc = 1/0\n```\n\n$2c$<!--= -->\n',
        ['value.division-by-zero: 1/0', 'name.in-error: 1/0, mark.rests-on: <!--= -->'],
      ],
      [`${sheet}It is 0.67<!--= -->.\n`, ['mark.no-expression: <!--= -->']],
    ],
  },
  {
    rule: 'on a relation the value is that of the last side that computes, and each relation claims',
    posts: [
      [`${sheet}$a = 1+1$<!--= -->\n`, ['holds', '2']],
      [`${sheet}$a = 3 = 4$<!--= -->\n`, ['fails', 'fails']],
      [`${sheet}$a = 1+1 = u$<!--= -->\n`, ['holds', 'name.unbound: u', '2']],
      [`${sheet}$u = a$<!--= -->\n`, ['2']],
      [`${sheet}$u = v$<!--= -->\n`, ['name.unbound: v']],
    ],
  },
];

const prose: readonly PlaceRule[] = [
  {
    rule: 'a relation without a mark claims only where it holds no letters but e, π and functions',
    posts: [
      ['$16^3-1=4095$\n', ['holds']],
      ['$2+2=5$\n', ['fails']],
      [raw`$\log e = 1$, $2\pi > 6.2$` + '\n', ['holds', 'holds']],
      [`${sheet}$a = 3$, $x_1 = 5$, $2 > b$\n`, []],
      [`${sheet}$a$, $1+1$\n`, []],
    ],
  },
  {
    rule: 'a power of ten alone on a side claims nothing',
    posts: [
      [raw`$10^3=1000$, $2^{10}\approx 10^3$` + '\n', []],
      [raw`$10^3+1=1001$` + '\n', ['holds']],
    ],
  },
];

const display = raw`$$(t+1)^2 = t^2+1$$`;
const check = raw`<!-- check: t \in \mathbb{R} -->`;

const displays: readonly PlaceRule[] = [
  {
    rule: 'a display gives results only where it is marked or named',
    posts: [
      ['$$1+1=3$$\n', []],
      [`${display} ${check}\n`, ['fails']],
      [`${check}\n${display}\n`, ['fails']],
      [`${display}\n${check}\n`, [`check.no-display: ${check}`]],
      [`${display}\n\n${check}\n\nText.\n`, [`check.no-display: ${check}`]],
      [`Text.\n\n${check}\n\nText.\n`, [`check.no-display: ${check}`]],
      ['Text.\n\n<!-- check -->\n\nText.\n', []],
      ['$$1+1=2$$\n<!-- check -->\n$$1+1=3$$\n', ['fails']],
      ['$$1+1=3$$ <!-- check -->\n', ['fails']],
      [
        raw`$$1+1=3\label{eq:a}$$` + '\n\n```eval\ncheck ' + raw`\eqref{eq:a}` + '\n```\n',
        ['fails'],
      ],
      [`${display} <!-- check -->\n`, ['name.unbound: t']],
    ],
  },
  {
    rule: 'a worksheet takes all definitions of a display by its label, not its domains',
    posts: [
      [
        raw`\begin{align}b &= 2 \label{eq:a}\\ c &= 3b, \quad t \in \mathbb{R}\end{align}` +
          '\n\n```eval\n' +
          raw`\eqref{eq:a}` +
          '\nb + c\nt + 1 > t\n```\n',
        ['8', 'name.unbound: t'],
      ],
      [
        raw`\begin{equation}D_{ij} = |i-j|, \quad 0 \le i, j \le 4 \label{eq:a}\end{equation}` +
          '\n\n```eval\n' +
          raw`\eqref{eq:a}` +
          '\nD_{13}\n```\n',
        ['2'],
      ],
    ],
  },
];

describe('worksheets', () => {
  checkPlaces(worksheets);
});

describe('marks', () => {
  checkPlaces(marks);
});

describe('the prose', () => {
  checkPlaces(prose);

  it('informs where it fails', () => {
    const text = '$2+2=5$ $2+2=5$<!--= -->\n';
    const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
    const failing = evaluatePost(postForEvaluation(snapshot)).filter(
      ({ verdict }) => verdict === 'fails',
    );
    expect(failing.map(({ informative }) => informative)).toEqual([true, false]);
  });
});

describe('displays', () => {
  checkPlaces(displays);

  it('are all asked about by --all', () => {
    const text = `${sheet}$$a^2 = 5$$\n`;
    expect(comesTo(text, true)).toEqual(['fails']);
    expect(comesTo(text)).toEqual([]);
  });
});
