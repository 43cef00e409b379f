// Colours: those that a post defines, and `\color{red}{x}` of MathJax 2, which colours one argument.
import type { Construct, FormulaContext } from './construct.js';
import { bodyOf, macroOf } from '../../core/numbering/macros.js';

export const color: Construct = {
  commands: ['definecolor', 'color', 'textcolor', 'colorbox', 'fcolorbox'],
  rewrite(command, reader, formula) {
    const read = (): string => reader.argument() ?? '';
    if (command === 'definecolor') return define(formula, read(), read(), read());
    reader.optional();
    const first = `{${colorValue(read(), formula)}}`;
    if (command === 'fcolorbox') return `\\fcolorbox${first}{${colorValue(read(), formula)}}`;
    if (command !== 'color' || !formula.colorTakesArgument) return `\\${command}${first}`;
    return `\\textcolor${first}{${formula.translate(read())}}`;
  },
};

function colorValue(name: string, formula: FormulaContext): string {
  const color = formula.scope.command(`color ${name.trim()}`);
  return (color && bodyOf(color)) ?? name;
}

function define(formula: FormulaContext, name: string, model: string, value: string): string {
  const hex = hexColor(model.trim(), value);
  if (hex !== null) {
    // No command has a space in its name.
    formula.scope.define(`color ${name.trim()}`, macroOf(hex));
  }
  return '';
}

function hexColor(model: string, value: string): string | null {
  if (model === 'HTML') return /^\s*[0-9a-fA-F]{6}\s*$/.test(value) ? `#${value.trim()}` : null;
  const parts = value.split(',').map(Number);
  const scale = model === 'RGB' ? 1 : 255;
  const channels = model === 'gray' ? [parts[0], parts[0], parts[0]] : parts;
  if (!['rgb', 'RGB', 'gray'].includes(model) || channels.length !== 3) return null;
  const bytes = channels.map((part) => Math.round((part ?? NaN) * scale));
  if (!bytes.every((byte) => byte >= 0 && byte <= 255)) return null;
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
