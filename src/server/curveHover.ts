// Hover on a formula with one open variable: its curve as a picture, and where the variable runs in it.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { formatNumber } from '../evaluate/format.js';
import { notesText } from '../evaluate/messages.js';
import { postForQuestion } from '../evaluate/question.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { formulaInQuestion } from '../language/formulaInQuestion.js';
import { base64 } from '../render/base64.js';
import type { ServerOptions } from '../protocol/server.js';
import { hoverPicture } from '../render/plots/hoverPicture.js';
import { escapeMarkdown, inlineCode } from './hoverText.js';
import type { Server } from './serverParts.js';
import type { ValueHover } from './valueHover.js';

/** Longer formulas have no curve worth waiting for. */
const LONGEST_FORMULA = 2_000;

/** VS Code cuts the text of a hover at 100,000 characters, and the picture is part of it. */
const LONGEST_PICTURE = 90_000;

/** In milliseconds: a curve that takes longer is not shown. */
const PATIENCE = 1_000;

export async function curveHover(
  { evaluation, options }: Server,
  { uri, post, offset }: { readonly uri: string; readonly post: Snapshot; readonly offset: number },
  token: CancellationToken,
): Promise<ValueHover | null> {
  const formula = formulaInQuestion(post, { start: offset, end: offset });
  const tex = formula?.tex.text.trim() ?? '';
  if (formula === null || tex.length < 2 || tex.length > LONGEST_FORMULA) return null;
  const choices = await evaluation.choicesFor(uri, post);
  if (token.isCancellationRequested) return null;
  const question = { about: 'curve', formula, at: offset, given: [] } as const;
  const asked = evaluation.ask(postForQuestion(post, question, choices), token);
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  const results = (await Promise.race([asked, late])) ?? [];
  const curve = results.find(({ plot, quiet }) => quiet && plot !== null);
  const markdown = curve === undefined ? null : curveMarkdown(curve, tex, options());
  return markdown === null ? null : { span: formula.span, markdown };
}

function curveMarkdown(
  { plot, notes }: EvaluationResult,
  tex: string,
  { foreground, translations }: ServerOptions,
): string | null {
  if (plot?.form !== 'plot' || plot.picture === undefined) return null;
  const svg = hoverPicture(plot.picture, foreground);
  const picture = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg))}`;
  if (picture.length > LONGEST_PICTURE) return null;
  const { label, from, to } = plot.x;
  const range = inlineCode(`${label} \\in [${formatNumber(from)}, ${formatNumber(to)}]`);
  const remarks = notesText(notes, translations);
  const caption = remarks === '' ? range : `${range} (${escapeMarkdown(remarks)})`;
  return `${caption}\n\n![${escapeMarkdown(tex.replace(/\s+/g, ' '))}](${picture})`;
}
