// Reads `plot[log y] f(t), g(t),\ t \in [0,1]`, `histogram x`, `heat f(x,y),\ x \in …,\ y \in …`.
import { sliceMapped, spanToSource, type MappedText } from '../../core/text/mapped.js';
import type { TexMacros } from '../../tex/tree.js';
import { refuse } from '../refusal.js';
import { readOverSets, type TableAxis, type TableColumn } from './tables.js';

export type PlotForm = 'plot' | 'histogram' | 'heat';

export interface Plot {
  readonly form: PlotForm;
  readonly columns: readonly TableColumn[];
  /** Of a plot the first is x, and there is a curve for each element of the second. */
  readonly axes: readonly TableAxis[];
  readonly logX: boolean;
  readonly logY: boolean;
}

export function isPlotForm(word: string | undefined): word is PlotForm {
  return word === 'plot' || word === 'histogram' || word === 'heat';
}

/** Of the whole line. */
export function readPlot(form: PlotForm, text: MappedText, macros: TexMacros): Plot {
  const start = form.length;
  const bracket = text.text[start] === '[' ? text.text.indexOf(']') + 1 : start;
  const logs = logAxes(form, text, start, bracket);
  const rest = sliceMapped(text, bracket, text.text.length);
  const code = `${form}.form` as const;
  const { columns, axes } = readOverSets(rest, macros, code);
  const [first, second] = columns;
  const whole = spanToSource(text, { start: 0, end: text.text.length });
  if (first === undefined) refuse(code, whole);
  if (form !== 'plot' && second !== undefined) refuse(code, second.syntax.span);
  if (form === 'heat' && axes.length === 1) refuse(code, whole);
  return { form, columns, axes, ...logs };
}

/** `[log y]`, `[log x, log y]`. */
function logAxes(
  form: PlotForm,
  text: MappedText,
  start: number,
  end: number,
): Pick<Plot, 'logX' | 'logY'> {
  if (start === end) return { logX: false, logY: false };
  const span = spanToSource(text, { start, end });
  const words = text.text.slice(start + 1, end - 1).split(',');
  const axes = words.map((word) => /^\s*\\?log\s+([xy])\s*$/.exec(word)?.[1]);
  if (form !== 'plot' || axes.includes(undefined)) refuse('plot.axes', span);
  return { logX: axes.includes('x'), logY: axes.includes('y') };
}
