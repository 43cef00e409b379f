// TeX to trees: every node has its place, what only numbers is blank, and nothing is too deep to be refused.
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { parseMappedTex, parseTex } from '../../src/tex/parse.js';
import type { TexMacros, TexNode } from '../../src/tex/tree.js';

const raw = String.raw;

/** One line a node: its kind, its place in the source and what it says, children indented. */
function outline(tex: string, macros: TexMacros = {}): string {
  const { tree, problems } = parseTex(tex, macros);
  if (problems.length > 0) {
    return problems
      .map(({ code, detail, span }) => `${code} ${span.start}-${span.end} ${detail}`)
      .join('\n');
  }
  return tree.flatMap((node) => outlineNode(node, tex, 0)).join('\n');
}

function outlineNode(node: TexNode, tex: string, depth: number): readonly string[] {
  const { kind, span, ...rest } = node;
  const plain = Object.entries(rest).filter(
    ([, value]) => value !== null && typeof value !== 'object',
  );
  const said = plain.map(([key, value]) => `${key}=${String(value)}`).join(' ');
  const line =
    `${'  '.repeat(depth)}${kind} «${tex.slice(span.start, span.end)}» ${said}`.trimEnd();
  const inner = Object.values(rest).flatMap((value) => nodesIn(value));
  return [line, ...inner.flatMap((child) => outlineNode(child, tex, depth + 1))];
}

function nodesIn(value: unknown): readonly TexNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null ? [value as TexNode] : [];
}

describe(`the tree of KaTeX ${katex.version}`, () => {
  const formulas = [
    raw`\frac{\Vert\boldsymbol{x}\Vert_1}{\sqrt{n}\,\|x\|_2}`,
    raw`\left(\sum_{i=1}^n |x_i|^p\right)^{1/p}`,
    raw`\operatorname*{argmax}_k \hat{y}_k \ne \mathbb{E}[\mathrm{mean}|x_i|]`,
    raw`\begin{cases}1,&x>0\\0,&\text{otherwise}\end{cases}`,
    raw`\begin{aligned}a &\le b\\ &= c\end{aligned}`,
    raw`\max\big\{i\,\big|\,\sigma_i/\sigma_1 > \epsilon\big\} \bmod 10000^{2i/d}`,
    raw`\underbrace{x'}_{\text{now}} \quad \overset{\text{def}}{=} {\rm d}x\tag{3}`,
    '概率 p=50\\%，',
  ];
  for (const tex of formulas) it(`of ${tex}`, () => expect(outline(tex)).toMatchSnapshot());
});

describe('places', () => {
  it('are those of the call for what a macro expands to', () => {
    const macros = { '\\RR': '\\mathbb{R}', '\\half': '\\frac{#1}{2}' };
    expect(outline(raw`a\RR+\half{x}_i`, macros)).toBe(
      [
        'symbol «a» text=a role=letter',
        raw`symbol «\RR» text=R role=letter font=blackboard`,
        'symbol «+» text=+ role=binary',
        raw`scripts «\half{x}_i»`,
        raw`  fraction «\half» bar=true`,
        '    symbol «x» text=x role=letter',
        raw`    symbol «\half» text=2 role=digit`,
        '  symbol «i» text=i role=letter',
      ].join('\n'),
    );
  });

  it('do not hold the space behind a command', () => {
    expect(outline(raw`\alpha  x`)).toContain(raw`«\alpha»`);
    expect(outline(raw`x_1   + y`)).toContain('scripts «x_1»');
  });

  it('are those of the source that the text was made from', () => {
    const text = {
      text: 'a+b',
      pieces: [
        { at: 0, source: 10 },
        { at: 2, source: 20 },
      ],
    };
    expect(parseMappedTex(text, {}).tree.map(({ span }) => span)).toEqual([
      { start: 10, end: 11 },
      { start: 11, end: 12 },
      { start: 20, end: 21 },
    ]);
  });

  it('lie within the formula and around their children', () => {
    const tex = raw`\frac{a_{1}^{2}}{\sqrt[3]{b}} + \left\{ \hat{c} \right\} \mathbf{d}`;
    const check = (node: TexNode, start: number, end: number): void => {
      expect(node.span.start).toBeGreaterThanOrEqual(start);
      expect(node.span.end).toBeLessThanOrEqual(end);
      const children = Object.values({ ...node, span: null });
      for (const child of children.flatMap(nodesIn)) check(child, node.span.start, node.span.end);
    };
    for (const node of parseTex(tex, {}).tree) check(node, 0, tex.length);
  });
});

describe('what only numbers or names equations', () => {
  it('is blank, and nothing moves', () => {
    const tex = raw`\begin{equation}a\label{eq:a}=\eqref{eq:b}b\end{equation}`;
    const found = outline(tex);
    expect(found).toContain('symbol «b» text=b');
    expect(found).not.toContain('problem');
    for (const wrapped of [
      raw`a\tag{1}`,
      raw`a\tag*{x}`,
      raw`\begin{align}a\nonumber\\b\notag\end{align}`,
    ])
      expect(parseTex(wrapped, {}).problems).toEqual([]);
  });

  it('has the environments that KaTeX lacks', () => {
    for (const name of ['eqnarray', 'eqnarray*', 'multline', 'multline*']) {
      const tex = raw`\begin{${name}}a\\b\end{${name}}`;
      expect(parseTex(tex, {}).problems).toEqual([]);
      expect(outline(tex)).toContain('symbol «b» text=b');
    }
  });
});

describe('problems', () => {
  it('have a place', () => {
    expect(outline(raw`a+\unknown`)).toBe(
      raw`tex.syntax 2-10 Undefined control sequence: \unknown`,
    );
    expect(outline('{a')).toBe("tex.syntax 2-2 Expected '}', got 'EOF'");
    expect(outline('a}')).toContain('tex.syntax 1-2');
  });

  it('are limits, met before the parser would recurse', () => {
    expect(outline('{'.repeat(20_000) + '}'.repeat(20_000))).toBe('tex.too-deep 200-201 200');
    expect(outline('\\left('.repeat(10_000))).toContain('tex.too-deep');
    expect(outline('\\begin{aligned}'.repeat(5_000))).toContain('tex.too-deep');
    expect(outline('x^'.repeat(1) + '{x^'.repeat(10_000))).toContain('tex.too-deep');
    expect(outline('a'.repeat(200_001))).toContain('tex.too-long');
    expect(parseTex('a'.repeat(100_000), {}).tree).toHaveLength(100_000);
  });

  it('are macros without end', () => {
    expect(outline(raw`\a`, { '\\a': '\\b', '\\b': '\\a' })).toContain('tex.syntax');
    expect(outline(raw`\a`, { '\\a': '\\a\\a' })).toContain('tex.syntax');
  });

  it('are none for strange characters', () => {
    expect(parseTex('a\0b\u{1F600}\uFFFD', {}).tree.length).toBeGreaterThanOrEqual(0);
  });
});

it('leaves KaTeX as it is', () => {
  parseTex(raw`\frac{a}{b}`, {});
  expect(katex.renderToString(raw`\frac{a}{b}`)).toBe(katex.renderToString(raw`\frac{a}{b}`));
  const parser = Object.getOwnPropertyNames(katex).filter((name) => name.includes('postulate'));
  expect(parser).toEqual([]);
});
