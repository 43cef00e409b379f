// Runs the benchmarks named on the command line, or all, one after the other, and prints ratios beside budgets.
import { benchmarks } from './benchmarks.js';
import { printMeasures } from './measure.js';

void runBenchmarks(process.argv.slice(2));

async function runBenchmarks(names: readonly string[]): Promise<void> {
  const chosen = benchmarks.filter(
    ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
  );
  let over = 0;
  for (const benchmark of chosen) {
    const measures = await benchmark.run();
    printMeasures(benchmark.name, measures);
    over += measures.filter((measure) => measure.within === false).length;
  }
  console.log(over === 0 ? '\nAll within budget.' : `\n${over} over budget.`);
}
