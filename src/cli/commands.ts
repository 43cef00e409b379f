// Every command of the command line.
import { check } from './check.js';
import type { CliCommand } from './command.js';
import { evaluate } from './eval.js';
import { labels } from './labels.js';
import { lsp } from './lsp.js';
import { render } from './render.js';
import { site } from './site.js';

export const commands: readonly CliCommand[] = [check, evaluate, labels, lsp, render, site];
