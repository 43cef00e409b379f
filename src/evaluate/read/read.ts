// From a tree to syntax: the list of constructs, and the ways in.
import type { Span } from '../../core/text/span.js';
import type { TexNode } from '../../tex/tree.js';
import type { Syntax } from '../syntax.js';
import { readFraction, readName, readNumber, readRoot, readSymbol } from './atoms.js';
import { readDerivative, readOperator } from './derivatives.js';
import { readBig } from './bigOperators.js';
import { readCount, readIndicator } from './indicators.js';
import { readStatistic } from './statistics.js';
import { refuseUnsupported } from './unsupported.js';
import { readBinomial, withFactorial } from './factorials.js';
import { readBars, readBrackets, readFence } from './groups.js';
import { readIntegral } from './integrals.js';
import { readLimit } from './limits.js';
import { Reader, type Constructs, type PrimaryReader } from './reader.js';
import { readScalarFunction } from './scalarFunction.js';
import { isSubstitutionBar, readFencedSubstitution, substitutedTerm } from './substitutions.js';
import { readFileName } from './files.js';
import { readWord } from './words.js';

/** The first that knows an item reads it. */
const PRIMARIES: readonly PrimaryReader[] = [
  readNumber,
  readIndicator,
  readStatistic,
  readScalarFunction,
  readFileName,
  readWord,
  readBig,
  readCount,
  readIntegral,
  readLimit,
  refuseUnsupported,
  readBars,
  readBrackets,
  readFencedSubstitution,
  readFence,
  readDerivative,
  readOperator,
  readBinomial,
  readFraction,
  readRoot,
  readSymbol,
  readName,
];

const CONSTRUCTS: Constructs = {
  primaries: PRIMARIES,
  behind: withFactorial,
  place: { isPlace: isSubstitutionBar, take: substitutedTerm },
};

/** A reader of the nodes; reading throws refusals, whose spans are those of the nodes. */
function readerOf(nodes: readonly TexNode[], whole: Span): Reader {
  return new Reader(nodes, CONSTRUCTS, whole);
}

/** The whole as one expression or one chain of relations. */
export function readSyntax(nodes: readonly TexNode[], whole: Span): Syntax {
  return readerOf(nodes, whole).readAll();
}
