// The kinds of sites that properties are tried on: one for each engine, and one that passes formulas through.
import { assumedSite, markdownEngines, type Site } from '../../src/core/site/site.js';
import { passedPairs } from '../core/site/engines/answers.js';

export const engineSites: readonly (readonly [string, Site])[] = [
  ...markdownEngines.map((markdown) => [markdown, { ...assumedSite, markdown }] as const),
  ['passing goldmark', { ...assumedSite, markdown: 'goldmark', passthrough: passedPairs }],
];
