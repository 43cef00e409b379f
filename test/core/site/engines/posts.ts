// Posts that stress what Markdown engines do to math, made anew from one seed: only what the real
// engines answered is kept, in `answers/`.

const postCount = 5000;

/** The posts of every engine, always the same. */
export function enginePosts(count = postCount): readonly string[] {
  const dice = new Dice(20_261_128);
  return Array.from({ length: count }, () => post(dice));
}

/** A small generator of numbers that is the same everywhere (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to `below`, which is not reached. */
  roll(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.roll(items.length)] as Item;
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }

  list<Item>(least: number, most: number, make: () => Item): readonly Item[] {
    return Array.from({ length: least + this.roll(most - least + 1) }, make);
  }
}

type Maker = (dice: Dice) => string;

function post(dice: Dice): string {
  const blocks = dice.list(1, 3, () => dice.pick(blockMakers)(dice));
  const text = blocks.reduce((before, block) => before + (dice.chance(85) ? '\n\n' : '\n') + block);
  return dice.chance(5) ? text.replaceAll('\n', '\r\n') : text;
}

const plainTex = [
  ...[
    'x',
    'y_1',
    'a_{ij}',
    'b^2',
    '\\alpha',
    '\\frac{1}{2}',
    'x^*',
    'z_*',
    '字',
    '\\text{若}',
    ' ',
  ],
  ...[
    '=',
    '+',
    '-',
    '<',
    ' < ',
    '>',
    ',',
    '\\quad',
    '\\label{eq:a_b}',
    '\\eqref{eq:a_b}',
    "f'",
    '*',
  ],
];
const markdownTex = [
  ...['\\\\', '\\\\\\\\', '\\\\\\', '\\,', '\\;', '\\!', '\\{', '\\}', '\\|', '\\_', '\\%', '\\#'],
  ...['|', '|x|', '&', '\\&', '&lt;', '&amp;', '_', '*', '**', '__', '\\*', '~', '~~', '`', '`c`'],
  ...[
    "'",
    '"',
    '"q"',
    '--',
    '...',
    '---',
    '\\\\{',
    '\\\\_',
    '[',
    ']',
    '[a](b)',
    '<b>',
    '<br>',
    '<!-- c -->',
  ],
  ...[
    'a<b',
    '\\left\\{',
    '\\right\\}',
    '_{i}',
    '}_{j}',
    '{',
    '}',
    '^',
    '!',
    '\\in',
    "x''",
    'd\\!x',
  ],
];

const tex: Maker = (dice) =>
  dice.list(1, 5, () => dice.pick(dice.chance(65) ? plainTex : markdownTex)).join('');

const delimiters = [...(['$', '$', '$', '$$', '$$', '\\(', '\\\\(', '\\[', '\\\\['] as const)].map(
  (open) => [open, open.replace('(', ')').replace('[', ']')] as const,
);

const inlineFormula: Maker = (dice) => {
  const [open, close] = dice.pick(delimiters);
  return open + tex(dice) + (dice.chance(6) ? '\n' + tex(dice) : '') + close;
};

const environmentNames = ['equation', 'align', 'align', 'gather', 'align*', 'cases'];

const environment: Maker = (dice) => {
  const name = dice.pick(environmentNames);
  const backslash = dice.chance(10) ? '\\\\' : '\\';
  const rows = dice.list(1, 3, () => row(dice)).join('\n');
  return `${backslash}begin{${name}}\n${rows}\n${backslash}end{${name}}`;
};

const oddRows = [
  '=',
  '-',
  '+ b',
  '- c',
  '* d',
  '> e',
  '',
  '1. f',
  '# g',
  '---',
  '    h',
  '& = i',
  '| j | k',
];

const row: Maker = (dice) =>
  dice.chance(12)
    ? dice.pick(oddRows)
    : tex(dice) + dice.pick(['', '', ' \\\\', '\\\\', ' \\\\\\\\', '\\\\\\', '\\cr', ' & ']);

const display: Maker = (dice) => {
  if (dice.chance(50)) return environment(dice);
  const [open, close] = dice.pick(delimiters.slice(3));
  const inside = dice.chance(25) ? environment(dice) : dice.list(1, 3, () => row(dice)).join('\n');
  return dice.pick([
    `${open}\n${inside}\n${close}`,
    open + inside + close,
    `${open}${inside}\n${close}`,
  ]);
};

const words = [
  ...[
    'text',
    '文字',
    '，',
    '。',
    ' ',
    ' ',
    'see',
    '(a)',
    'b.',
    "it's",
    '"so"',
    '*em*',
    '**st**',
    '_em_',
  ],
  ...[
    '`code`',
    '[a](b)',
    '<b>b</b>',
    '\\$',
    '5$',
    '\\eqref{eq:a_b}',
    '\\ref{c}',
    '&lt;',
    '--',
    '!',
  ],
];

const sentence: Maker = (dice) =>
  dice
    .list(1, 6, () => (dice.chance(45) ? inlineFormula(dice) : dice.pick(words)))
    .join(dice.pick(['', ' ', ' ']));

const lines: Maker = (dice) => dice.list(1, 3, () => sentence(dice)).join('\n');

const withDisplay: Maker = (dice) =>
  [dice.chance(60) ? sentence(dice) : '', display(dice), dice.chance(40) ? sentence(dice) : '']
    .filter((part) => part !== '')
    .join('\n');

const list: Maker = (dice) => {
  const mark = dice.pick(['- ', '* ', '+ ', '1. ']);
  return dice
    .list(1, 3, () => mark + (dice.chance(25) ? indented(withDisplay(dice), mark) : sentence(dice)))
    .join('\n');
};

function indented(text: string, mark: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

const quote: Maker = (dice) =>
  `> ${(dice.chance(40) ? withDisplay(dice) : lines(dice)).replaceAll('\n', '\n> ')}`;

const heading: Maker = (dice) =>
  dice.chance(70) ? `## ${sentence(dice)}` : `${sentence(dice)}\n${dice.pick(['===', '---'])}`;

const table: Maker = (dice) => {
  const cells = (): string => `| ${sentence(dice)} | ${sentence(dice)} |`;
  return `${cells()}\n|---|---|\n${cells()}`;
};

const code: Maker = (dice) => `\`\`\`\n${display(dice)}\n\`\`\``;

const html: Maker = (dice) =>
  dice.pick([`<div>\n${sentence(dice)}\n</div>`, `<!-- ${inlineFormula(dice)} -->`]);

const blockMakers: readonly Maker[] = [
  ...[lines, lines, lines, lines, sentence, sentence, sentence],
  ...[display, display, withDisplay, withDisplay, withDisplay, withDisplay],
  ...[list, quote, heading, table, code, html],
].map((make) => (dice) => guarded(make(dice)));

/** What templates of Hexo, Jekyll and Hugo would take, and what would be front matter. */
function guarded(text: string): string {
  return text
    .replace(/\{(?=[{%#])/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .replace(/^(?=---|\+\+\+)/, 'x\n');
}
