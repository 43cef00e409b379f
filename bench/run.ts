// Runs the benchmarks named on the command line, one after the other, and prints ratios beside budgets.
import { benchmarks } from './benchmarks.js';
import { printMeasures } from './measure.js';

void runBenchmarks(process.argv.slice(2));

/** Without names it says which there are. */
async function runBenchmarks(names: readonly string[]): Promise<void> {
  if (names.length === 0) console.log(benchmarks.map(({ name }) => name).join('\n'));
  for (const benchmark of benchmarks) {
    if (names.includes(benchmark.name)) printMeasures(benchmark.title, await benchmark.run());
  }
}
