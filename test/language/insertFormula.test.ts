// What Insert Formula writes: a display in the text, lines in a worksheet, a call in a formula; and what was written computes.
import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/evaluate/library/entry.js';
import { LIBRARY } from '../../src/evaluate/library/library.js';
import { insertFormula, type FormulaForm } from '../../src/language/insertFormula.js';
import { openText } from '../support/changes.js';
import { vectorsOf } from '../evaluate/library/vectors.js';
import { callWith } from '../evaluate/library/writtenCalls.js';
import { evaluateText } from '../support/worksheets.js';

const raw = String.raw;

/** The caret is the first bar. */
function insertedAt(
  text: string,
  name: string,
  form: FormulaForm,
): { readonly made: string; readonly caret: number } {
  const offset = text.indexOf('|');
  const plain = text.slice(0, offset) + text.slice(offset + 1);
  const entry = LIBRARY.find((one) => one.name === name);
  if (!entry) throw new Error(name);
  const { change, caret } = insertFormula(openText(plain), offset, entry, form);
  const { start, end } = change.span;
  const made = plain.slice(0, start) + change.text + plain.slice(end);
  return { made, caret };
}

function inserted(text: string, name: string, form: FormulaForm): string {
  const { made, caret } = insertedAt(text, name, form);
  return `${made.slice(0, caret)}|${made.slice(caret)}`;
}

function checkInserted(text: string, form: FormulaForm, expected: string, name = 'focal'): void {
  const crlf = (one: string): string => one.replaceAll('\n', '\r\n');
  expect(inserted(text, name, form)).toBe(expected);
  expect(inserted(crlf(text), name, form)).toBe(crlf(expected));
}

const FOCAL = raw`\operatorname{Focal}(p;\gamma) = -(1-p)^\gamma\log p`;
const CALL = raw`\operatorname{Focal}(p;2)`;

describe('a definition', () => {
  it('is a display with blank lines around in the text', () => {
    checkInserted('|\n', 'definition', `$$\n${FOCAL}\n$$|\n`);
    checkInserted('One.\n|\nTwo.\n', 'definition', `One.\n\n$$\n${FOCAL}\n$$|\n\nTwo.\n`);
    checkInserted('One.\n\n|\n\nTwo.\n', 'definition', `One.\n\n$$\n${FOCAL}\n$$|\n\nTwo.\n`);
    checkInserted('One,| two.\n', 'definition', `One,\n\n$$\n${FOCAL}\n$$|\n\n two.\n`);
    checkInserted('One.|\n', 'definition', `One.\n\n$$\n${FOCAL}\n$$|\n`);
  });

  it('goes on with a quote or an item', () => {
    checkInserted('> One.|\n', 'definition', `> One.\n>\n> $$\n> ${FOCAL}\n> $$|\n`);
    checkInserted('- One.|\n', 'definition', `- One.\n\n  $$\n  ${FOCAL}\n  $$|\n`);
  });

  it('has rows where it rests on others', () => {
    const text = inserted('|\n', 'ntk-by-parts', 'definition');
    expect(text).toMatch(
      /^\$\$\n\\begin\{aligned\}\n.* &= .* \\\\\n.* &= .*\n\\end\{aligned\}\n\$\$\|\n$/,
    );
  });

  it('is lines of the worksheet at the caret', () => {
    checkInserted('```eval\n|\n```\n', 'definition', `\`\`\`eval\n${FOCAL}|\n\`\`\`\n`);
    checkInserted('```eval\nx = 1|\n```\n', 'definition', `\`\`\`eval\nx = 1\n${FOCAL}|\n\`\`\`\n`);
    checkInserted('> ```eval\n> |\n> ```\n', 'definition', `> \`\`\`eval\n> ${FOCAL}|\n> \`\`\`\n`);
    checkInserted('<!-- eval: | -->\n', 'definition', `<!-- eval: ${FOCAL}| -->\n`);
  });
});

describe('a call', () => {
  it('is a formula in the text, and itself in formulas and worksheets', () => {
    checkInserted('So | is.\n', 'call', `So $${CALL}$| is.\n`);
    checkInserted('So $1+|$ is.\n', 'call', `So $1+${CALL}|$ is.\n`);
    checkInserted('```eval\n2|\n```\n', 'call', `\`\`\`eval\n2${CALL}|\n\`\`\`\n`);
    checkInserted('```js\n|\n```\n', 'call', `\`\`\`js\n$${CALL}$|\n\`\`\`\n`);
    checkInserted('|\n', 'call', raw`$\operatorname{Hoyer}(x)$|` + '\n', 'hoyer');
  });
});

/** The value of the first vector, in a post that holds the definition, and by the call alone. */
describe.each(LIBRARY)('$name in a post', (entry) => {
  const [vector] = vectorsOf(entry);
  const call = vector === undefined ? '' : callWith(entry, vector);
  const alone = evaluateText(`\`\`\`eval\n${call}\n\`\`\`\n`).map(({ value }) => value);

  it.each(['```eval\n|\n```\n', '<!-- eval: | -->\n'])('computes the same in %s', (sheet) => {
    const { made: text } = insertedAt(sheet, entry.name, 'definition');
    const results = evaluateText(`${text}\n\`\`\`eval\n${call}\n\`\`\`\n`);
    expect(results.map(({ value }) => value)).toEqual(alone);
    expect(results.flatMap(({ notes }) => notes.map(({ code }) => code))).not.toContain(
      'library.used',
    );
  });

  it('computes the same where a worksheet names its display', () => {
    const { made: text } = insertedAt('One.\n\n|\n', entry.name, 'definition');
    const labelled = text.replace(/\n\$\$\n$/, (end) => raw` \label{eq:it}` + end);
    const results = evaluateText(`${labelled}\n\`\`\`eval\n\\eqref{eq:it}\n${call}\n\`\`\`\n`);
    expect(
      results.map(({ value }) => value),
      signatureOf(entry),
    ).toEqual(alone);
  });
});
