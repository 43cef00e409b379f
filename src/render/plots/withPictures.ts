// Results with the pictures of their plots; a plot that stayed the same is not drawn again.
import type { EvaluatedPlot } from '../../evaluate/plot/plot.js';
import type { EvaluationResult } from '../../evaluate/result.js';

const pictures = new WeakMap<EvaluatedPlot, EvaluatedPlot>();

/** The chart library is loaded with the first plot. */
export async function withPictures(
  results: readonly EvaluationResult[],
): Promise<readonly EvaluationResult[]> {
  if (!results.some(({ plot }) => plot !== null)) return results;
  const { drawPlot } = await import('./drawPlot.js');
  return results.map((result) => {
    const { plot } = result;
    if (plot === null) return result;
    const known = pictures.get(plot) ?? { ...plot, picture: drawn(plot, drawPlot) };
    pictures.set(plot, known);
    return { ...result, plot: known };
  });
}

/** The numbers of a plot are known without its picture, whatever the library makes of them. */
function drawn(
  plot: EvaluatedPlot,
  draw: (plot: EvaluatedPlot) => string | null,
): string | undefined {
  try {
    return draw(plot) ?? undefined;
  } catch {
    return undefined;
  }
}
