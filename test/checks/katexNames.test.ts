// What the rules know of KaTeX is what KaTeX knows.
import katex from 'katex';
import { expect, it } from 'vitest';
import { standardCommands } from '../../src/checks/standardCommands.js';
import {
  amsmathEnvironments,
  katexEnvironments,
  mathjax4Environments,
} from '../../src/core/numbering/environments.js';
import { isKnownToKatex } from '../../src/tex/knownCommands.js';

it('knows the environments that KaTeX knows', () => {
  const names = [...mathjax4Environments.keys(), ...amsmathEnvironments.keys(), 'dmath'];
  const known = (name: string): boolean => {
    const tex = `\\begin{${name}}\\end{${name}}`;
    const html = katex.renderToString(tex, { displayMode: true, throwOnError: false });
    return !html.includes('No such environment');
  };
  expect(names.filter((name) => katexEnvironments.has(name))).toEqual(names.filter(known));
});

it('names no command that KaTeX knows by now', () => {
  expect([...standardCommands.keys()].filter(isKnownToKatex)).toEqual([]);
});
