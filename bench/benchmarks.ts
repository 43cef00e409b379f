// Every benchmark that needs no window, in the order in which they run.
import { blogServer } from './blogServer.js';
import { coldCheck } from './coldCheck.js';
import { derivations } from './derivations.js';
import { fidelity } from './fidelity.js';
import { formulas } from './formulas.js';
import { hoverPatch } from './hoverPatch.js';
import { language } from './language.js';
import type { Benchmark } from './measure.js';
import { memory } from './memory.js';
import { rowwise } from './rowwise.js';
import { size } from './size.js';
import { sumOfPowers } from './sumOfPowers.js';
import { warmCheck } from './warmCheck.js';

export const benchmarks: readonly Benchmark[] = [
  coldCheck,
  warmCheck,
  blogServer,
  language,
  sumOfPowers,
  rowwise,
  formulas,
  derivations,
  fidelity,
  hoverPatch,
  memory,
  size,
];
