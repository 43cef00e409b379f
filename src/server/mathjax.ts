// MathJax as a function from TeX to an SVG image that stands by itself.
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/amscd/AmsCdConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/bbox/BboxConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/js/input/tex/cases/CasesConfiguration.js';
import '@mathjax/src/js/input/tex/color/ColorConfiguration.js';
import '@mathjax/src/js/input/tex/enclose/EncloseConfiguration.js';
import '@mathjax/src/js/input/tex/extpfeil/ExtpfeilConfiguration.js';
import '@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/js/input/tex/noundefined/NoUndefinedConfiguration.js';
import '@mathjax/src/js/input/tex/unicode/UnicodeConfiguration.js';
import '@mathjax/src/js/input/tex/verb/VerbConfiguration.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import { MathJaxTexFont } from '@mathjax/mathjax-tex-font/js/svg.js';
import { boundPackage } from './mathjaxBound.js';

export interface TypesetJob {
  readonly tex: string;
  readonly display: boolean;
  /** Formulas that define macros, in order. */
  readonly preamble: readonly string[];
  /** A CSS colour for what the TeX does not colour itself. */
  readonly colour: string;
  /** There is no picture of a command that we do not know; else it is shown by its name, in red. */
  readonly refusesUnknown?: boolean;
  /** Whether each letter is drawn where it stands, for places that keep no names within a picture. */
  readonly drawsEachLetter?: boolean;
}

export type TypesetAnswer =
  | { readonly svg: string }
  /** What MathJax says of the TeX. */
  | { readonly error: string };

const packages = [
  ...[
    'base',
    'ams',
    'newcommand',
    'noundefined',
    'amscd',
    'boldsymbol',
    'color',
    'verb',
    'unicode',
  ],
  boundPackage,
  ...['cancel', 'bbox', 'enclose', 'mhchem', 'braket', 'extpfeil', 'mathtools', 'cases'],
];

/** A picture stands in a hover of about this size of text. */
const pixelsPerEx = 7.5;

export function typesetter(): (job: TypesetJob) => TypesetAnswer {
  const adaptor = liteAdaptor({ cjkCharWidth: 1 });
  RegisterHTMLHandler(adaptor);
  const output = (fontCache: 'local' | 'none'): InstanceType<typeof SVG> =>
    // Of a formula in the text MathJax makes a picture for each part between which a line may break.
    new SVG({ fontCache, fontData: MathJaxTexFont, linebreaks: { inline: false } });
  const outputs = { shared: output('local'), apart: output('none') };
  let made: string | null = null;
  let convert: (tex: string, display: boolean) => ReturnType<typeof adaptor.node> = () =>
    adaptor.node('svg');
  return (job) => {
    // Macros are the input's own: another post gets another input.
    const { preamble, refusesUnknown = false, drawsEachLetter = false } = job;
    const kind = JSON.stringify([preamble, refusesUnknown, drawsEachLetter]);
    if (made !== kind) {
      const page = mathjax.document('', {
        InputJax: new TeX({ packages: packagesFor(job), tags: 'none', formatError: rethrow }),
        OutputJax: drawsEachLetter ? outputs.apart : outputs.shared,
      });
      convert = (tex, display) => page.convert(tex, { display }) as ReturnType<typeof adaptor.node>;
      for (const tex of preamble) attempt(() => convert(tex, true));
      made = kind;
    }
    const outcome = attempt(() => convert(job.tex, job.display));
    if ('error' in outcome) return outcome;
    const [svg] = adaptor.tags(outcome.value, 'svg');
    return svg
      ? { svg: standalone(adaptor.outerHTML(svg), job.colour) }
      : { error: 'MathJax made no picture.' };
  };
}

function packagesFor({ refusesUnknown }: TypesetJob): readonly unknown[] {
  return refusesUnknown ? packages.filter((name) => name !== 'noundefined') : packages;
}

function rethrow(_: unknown, error: Error): never {
  throw error;
}

function attempt<Value>(
  action: () => Value,
): { readonly value: Value } | { readonly error: string } {
  try {
    return { value: action() };
  } catch (error) {
    // MathJax throws objects of its own.
    const { message } = error as { readonly message?: unknown };
    return { error: typeof message === 'string' ? message : String(error) };
  }
}

/** In an image nothing is inherited: sizes in pixels, and the colour itself. */
function standalone(svg: string, colour: string): string {
  const [head = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
  const sized = head.replace(
    /(width|height)="([\d.]+)ex"/g,
    (_, side: string, size: string) => `${side}="${(Number(size) * pixelsPerEx).toFixed(1)}"`,
  );
  const body = svg.slice(head.length).replace(/ data-(?:latex|mml-node|c)="[^"]*"/g, '');
  return (sized + body).replaceAll('currentColor', colour);
}
