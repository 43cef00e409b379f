// The page on the library as it is made from its list: each formula with its definition, direction, range, source and criteria.
import { readFileSync } from 'node:fs';
import {
  callOf,
  parametersOf,
  signatureOf,
  type LibraryEntry,
} from '../../src/evaluate/library/entry.js';
import { LIBRARY } from '../../src/evaluate/library/library.js';

export type Language = 'English' | '简体中文';

type Words = Readonly<
  Record<
    | 'title'
    | 'intro'
    | 'sparsity'
    | 'loss'
    | 'position'
    | 'larger'
    | 'smaller'
    | 'better'
    | 'values'
    | 'usual'
    | 'criteria',
    string
  >
>;

const WORDS: Readonly<Record<Language, Words>> = {
  English: {
    title: 'The library',
    intro:
      'These formulas have names that a worksheet may call: see [the library](evaluating.md#the-library). Each is evaluated from the definition shown. The criteria are those of Hurley & Rickard 2009 (arXiv 0811.4706), tried as [analyses](evaluating.md#analyses) are: a criterion that is listed had no counterexample there, a question mark stands where too little could be compared.',
    sparsity: 'Measures of sparsity',
    loss: 'Losses and distances',
    position: 'Position encodings',
    larger: 'Larger is sparser',
    smaller: 'Smaller is sparser',
    better: 'Smaller is better',
    values: 'Values',
    usual: 'Usual parameters',
    criteria: 'Criteria',
  },
  简体中文: {
    title: '公式库',
    intro:
      '这些公式都有工作表可以调用的名称：参见[公式库](evaluating.zh-cn.md#公式库)。每个公式都由所示的定义求值。准则是 Hurley & Rickard 2009（arXiv 0811.4706）的六条，按[分析](evaluating.zh-cn.md#分析)的方法尝试：列出的准则在那里没有反例，问号表示能比较的情形太少。',
    sparsity: '稀疏性度量',
    loss: '损失与距离',
    position: '位置编码',
    larger: '越大越稀疏',
    smaller: '越小越稀疏',
    better: '越小越好',
    values: '取值',
    usual: '常用参数',
    criteria: '准则',
  },
};

/** `criteriaOf` says which criteria a measure meets: `D1 D2 P1?`. */
export function libraryPage(
  language: Language,
  criteriaOf: (entry: LibraryEntry) => string,
): string {
  const words = WORDS[language];
  const sections = (['sparsity', 'loss', 'position'] as const).map((kind) => {
    const entries = LIBRARY.filter((entry) => entry.kind === kind);
    const shown = entries.map((entry) => entryText(entry, language, criteriaOf));
    return [`## ${words[kind]}`, ...shown].join('\n\n');
  });
  return `${[`# ${words.title}`, words.intro, ...sections].join('\n\n')}\n`;
}

const TRANSLATIONS = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

function entryText(
  entry: LibraryEntry,
  language: Language,
  criteriaOf: (entry: LibraryEntry) => string,
): string {
  const words = WORDS[language];
  const told = (text: string): string =>
    language === 'English' ? text : (TRANSLATIONS[text] ?? text);
  const colon = language === 'English' ? ': ' : '：';
  const usual = parametersOf(entry).map((name, at) => `${name} = ${entry.usual[at] ?? ''}`);
  const direction = directionOf(entry, words);
  const facts = [
    `\`${entry.usual.length === 0 ? signatureOf(entry) : callOf(entry)}\``,
    ...(direction === null ? [] : [direction]),
    `${words.values}${colon}\`${entry.range}\``,
    ...(usual.length === 0 ? [] : [`${words.usual}${colon}\`${usual.join(', ')}\``]),
    ...(entry.kind === 'sparsity' ? [`${words.criteria}${colon}${criteriaOf(entry)}`] : []),
    entry.source,
  ];
  return [
    `### ${told(entry.title)}`,
    told(entry.about),
    ['```latex', ...entry.definitions, '```'].join('\n'),
    facts.map((fact) => `- ${fact}`).join('\n'),
  ].join('\n\n');
}

function directionOf({ kind, direction }: LibraryEntry, words: Words): string | null {
  if (direction === null) return null;
  return kind === 'sparsity' ? words[direction] : words.better;
}
