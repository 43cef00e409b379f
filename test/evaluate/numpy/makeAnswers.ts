// Asks NumPy for the values of random terms, in doubles and in long doubles, and writes them down.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { numpyPrelude } from './data.js';
import { Chance } from './chance.js';
import { termOf } from './generate.js';
import { toLatex } from './latex.js';
import { toNumpy } from './numpy.js';

const FIRST = 1;
const COUNT = 3000;
/** What is longer is hard to read where it fails. */
const LONGEST = 220;

interface Asked {
  readonly seed: number;
  readonly tex: string;
  readonly numpy: string;
}

/** Seeds in order whose terms are short and new. */
function askedTerms(): readonly Asked[] {
  const asked = new Map<string, Asked>();
  for (let seed = FIRST; asked.size < COUNT; seed++) {
    const term = termOf(seed);
    const tex = toLatex(term, new Chance(seed + 0x9e3779b9));
    if (tex.length > LONGEST || tex.length < 4 || asked.has(tex)) continue;
    asked.set(tex, { seed, tex, numpy: toNumpy(term) });
  }
  return [...asked.values()];
}

const program = `
import json, sys, warnings
import numpy as np
warnings.filterwarnings("ignore")
PRELUDE = ${JSON.stringify(numpyPrelude)}

def scope_of(number):
    scope = {"np": np, "D": number, "array": lambda items: np.array(items, dtype=number)}
    exec(PRELUDE, scope)
    return scope

def answer_of(expression, double, long):
    try:
        first = np.asarray(eval(expression, double), dtype=np.float64)
        second = np.asarray(eval(expression, long), dtype=np.longdouble)
    except double["Unsure"]:
        return "unsure"
    except long["Unsure"]:
        return "unsure"
    if not np.all(np.isfinite(second)):
        return None
    scale = np.maximum(np.abs(second), 1e-9)
    if np.any(np.abs(second) > 1e12) or not np.all(np.abs(first - second) <= 1e-8 * scale):
        return "unsure"
    return second.astype(np.float64).tolist()

double, long = scope_of(np.float64), scope_of(np.longdouble)
print(json.dumps([answer_of(each, double, long) for each in json.load(sys.stdin)]))
`;

const asked = askedTerms();
const python = spawnSync('/usr/bin/python3', ['-c', program], {
  input: JSON.stringify(asked.map(({ numpy }) => numpy)),
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
if (python.status !== 0) throw new Error(`NumPy gives no answers: ${python.stderr}`);
const values = JSON.parse(python.stdout) as readonly unknown[];
const lines = asked.map(({ seed, tex }, at) => JSON.stringify([seed, tex, values[at]]));
const folder = process.argv[2] ?? '.';
writeFileSync(path.join(folder, 'answers.jsonl'), `${lines.join('\n')}\n`);
const without = values.filter((value) => value === null).length;
const unsure = values.filter((value) => value === 'unsure').length;
process.stdout.write(
  `${asked.length} terms; ${without} have no finite value, ${unsure} depend on rounding.\n`,
);
