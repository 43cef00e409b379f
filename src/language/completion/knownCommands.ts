// The commands that the math engine of a site knows by itself.
import type { MathEngine } from '../../core/site/site.js';
import { remembered } from '../../core/remembered.js';
import { engineCommands, type CommandGroup } from './engineCommands.js';

export interface KnownCommand {
  /** Without its backslash. */
  readonly name: string;
  /** How many arguments it needs. */
  readonly arguments: number;
}

/** In the order of their names. */
export function knownCommands(math: MathEngine): readonly KnownCommand[] {
  return commandsOf(enginesToAsk[math]);
}

type AskedEngine = CommandGroup['engines'][number];

const allAsked: readonly AskedEngine[] = ['mathjax4', 'mathjax3', 'katex'];

/** Of an engine that we cannot ask, what all others know. */
const enginesToAsk: Readonly<Record<MathEngine, readonly AskedEngine[]>> = {
  mathjax4: ['mathjax4'],
  mathjax3: ['mathjax3'],
  mathjax2: allAsked,
  katex: ['katex'],
  amsmath: allAsked,
};

const commandsOf = remembered((asked: readonly AskedEngine[]) =>
  engineCommands
    .filter(({ engines }) => asked.every((engine) => engines.includes(engine)))
    .flatMap(({ arguments: count, names }) =>
      names
        .flatMap((line) => line.split(' '))
        .map((name): KnownCommand => ({ name, arguments: count })),
    )
    .sort((left, right) => (left.name < right.name ? -1 : 1)),
);
