// Runs the programs of all cases in Python, and writes down what they print.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { casesIn } from './cases.js';
import { digestOf, programFor } from './programs.js';

const runner = `
import json, os, sys, warnings
import numpy as np
warnings.filterwarnings("ignore")

def plain(value):
    if isinstance(value, list):
        return [plain(each) for each in value]
    number = float(value)
    return number if np.isfinite(number) else str(number)

def printed(text):
    shown = []
    np.seterr(all="warn")
    try:
        exec(text, {"print": shown.append, "__name__": "__main__"})
        return plain(shown[0])
    except Exception as error:
        return f"{type(error).__name__}: {error}"

os.chdir(sys.argv[1])
print(json.dumps([printed(text) for text in json.load(sys.stdin)]))
`;

const folder = process.argv[2] ?? '.';
const data = path.join(folder, '../data/files');
const texts = casesIn(folder).flatMap((lines) => programFor(lines, data).text ?? []);
const programs = [...new Set(texts)];
const python = spawnSync('/usr/bin/python3', ['-c', runner, data], {
  input: JSON.stringify(programs),
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
if (python.status !== 0) throw new Error(`Python runs nothing: ${python.stderr}`);
const values = JSON.parse(python.stdout) as readonly unknown[];
const lines = programs.map((text, at) => JSON.stringify([digestOf(text), values[at]]));
writeFileSync(path.join(folder, 'answers.jsonl'), `${lines.join('\n')}\n`);
process.stdout.write(`${programs.length} programs were run.\n`);
