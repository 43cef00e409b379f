import { it } from 'vitest';
import { evaluateText, postOf } from '../support/worksheets.js';
import { readFileSync } from 'node:fs';
it('x', () => {
  const blocks = readFileSync('/tmp/laws/try.txt', 'utf8').split(/^---\n/m);
  for (const b of blocks)
    for (const mode of ['compiled', 'interpreted'] as const) {
      const t0 = performance.now();
      for (const r of evaluateText(postOf(b.trimEnd()), {
        steps: 50_000_000,
        memory: 10_000_000,
        totalSteps: 5e8,
        mode,
      }))
        console.log(
          mode[0],
          r.source,
          '=>',
          JSON.stringify(r.value),
          r.verdict ?? '',
          'd' + r.digits,
          r.notes.map((n) => n.code + JSON.stringify(n.data)).join(' '),
          r.problems.map((p) => p.code + JSON.stringify(p.data)).join(' '),
        );
      console.log('   ', Math.round(performance.now() - t0) + 'ms');
    }
});
