// What a formula says before its names are bound: one meaning for each shape on the page, ambiguity left open.
import type { Span } from '../core/text/span.js';
import type { FileSyntax } from './data/fileSyntax.js';
import type { RelationOperator } from './relationOperator.js';
import type { ScalarFunction } from './scalarFunctions.js';

export type { RelationOperator };

export type Syntax =
  | NumberSyntax
  | NameSyntax
  | ConstantSyntax
  | SumSyntax
  | ProductSyntax
  | RemainderSyntax
  | QuotientSyntax
  | PowerSyntax
  | MarkedSyntax
  | IndexedSyntax
  | GroupSyntax
  | SetSyntax
  | BarsSyntax
  | RoundSyntax
  | InnerSyntax
  | RootSyntax
  | FunctionSyntax
  | DerivativeSyntax
  | IntegralSyntax
  | LimitSyntax
  | SubstitutionSyntax
  | RecurrenceSyntax
  | SolutionSyntax
  | BigSyntax
  | StatisticSyntax
  | CountSyntax
  | CasesSyntax
  | MatrixSyntax
  | IndicatorSyntax
  | OnesSyntax
  | RelationSyntax
  | CallSyntax
  | FileSyntax
  | DotsSyntax;

/** A symbol as a name: `key` tells names apart, `plain` is the same without boldness. */
export interface Name {
  readonly key: string;
  readonly plain: string;
}

export interface NumberSyntax {
  readonly kind: 'number';
  readonly value: number;
  /** As written, without separators. */
  readonly text: string;
  /** Digits behind the point, `null` for an integer. */
  readonly decimals: number | null;
  readonly percent: boolean;
  readonly span: Span;
}

export interface NameSyntax {
  readonly kind: 'name';
  readonly name: Name;
  readonly span: Span;
}

export interface ConstantSyntax {
  readonly kind: 'constant';
  readonly constant: 'infinity' | 'e';
  readonly span: Span;
}

export interface Term {
  readonly negative: boolean;
  readonly body: Syntax;
}

/** At least two terms, or one with a sign. */
export interface SumSyntax {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
  readonly span: Span;
}

export type ProductOperator = 'juxtaposed' | 'cdot' | 'times' | 'odot' | 'otimes' | 'slash';

export interface Factor {
  /** What stands before it; the first factor has 'juxtaposed'. */
  readonly operator: ProductOperator;
  readonly body: Syntax;
}

/** Factors in a row; which of them are calls is decided when names are bound. */
export interface ProductSyntax {
  readonly kind: 'product';
  readonly factors: readonly Factor[];
  readonly span: Span;
}

export interface RemainderSyntax {
  readonly kind: 'remainder';
  readonly left: Syntax;
  readonly right: Syntax;
  readonly span: Span;
}

export interface QuotientSyntax {
  readonly kind: 'quotient';
  readonly numerator: Syntax;
  readonly denominator: Syntax;
  readonly span: Span;
}

export interface PowerSyntax {
  readonly kind: 'power';
  readonly base: Syntax;
  readonly exponent: Syntax;
  readonly span: Span;
}

/** `\top` behind it, a `+` above or below it, or a `!` behind it. */
export interface MarkedSyntax {
  readonly kind: 'transpose' | 'positivePart' | 'factorial';
  readonly base: Syntax;
  readonly span: Span;
}

export type Index =
  | { readonly kind: 'expression'; readonly body: Syntax; readonly span: Span }
  | { readonly kind: 'order'; readonly body: Syntax; readonly span: Span }
  | { readonly kind: 'slice'; readonly span: Span };

export interface IndexedSyntax {
  readonly kind: 'indexed';
  readonly base: Syntax;
  /** `x_0` as a name of its own, where the base is a name. */
  readonly full: Name | null;
  /** `null` where the subscript can only be part of a name. */
  readonly indices: readonly Index[] | null;
  readonly span: Span;
}

/** `(…)`, `[…]` or a mixture, with the items between its commas. */
export interface GroupSyntax {
  readonly kind: 'group';
  readonly open: '(' | '[';
  readonly close: ')' | ']';
  readonly items: readonly Syntax[];
  /** `(y|x)`, `(p\|q)`, `(x;\mu)`: the bar, and how many items stand before it. */
  readonly bar: {
    readonly text: '|' | '\\|' | ';';
    readonly before: number;
    readonly span: Span;
  } | null;
  readonly span: Span;
}

/** `\{1,3\}`, or with a condition `\{i : x_i > 0\}`. */
export interface SetSyntax {
  readonly kind: 'set';
  readonly items: readonly Syntax[];
  readonly conditions: readonly Syntax[] | null;
  readonly span: Span;
}

export interface BarsSyntax {
  readonly kind: 'bars';
  readonly double: boolean;
  readonly body: Syntax;
  readonly order: NormOrder | null;
  readonly span: Span;
}

export type NormOrder =
  | { readonly kind: 'expression'; readonly body: Syntax; readonly span: Span }
  | { readonly kind: 'frobenius' | 'nuclear' | 'operator'; readonly span: Span };

export interface RoundSyntax {
  readonly kind: 'floor' | 'ceiling';
  readonly body: Syntax;
  readonly span: Span;
}

export interface InnerSyntax {
  readonly kind: 'inner';
  /** `\langle A,B\rangle_F`, which is of matrices alone. */
  readonly frobenius: boolean;
  readonly left: Syntax;
  readonly right: Syntax;
  readonly span: Span;
}

export interface RootSyntax {
  readonly kind: 'root';
  readonly degree: Syntax | null;
  readonly radicand: Syntax;
  readonly span: Span;
}

/** `\log`, `\exp`, `\tanh`, … with what they apply to. */
export interface FunctionSyntax {
  readonly kind: 'function';
  readonly name: ScalarFunction;
  /** `\log_2`. */
  readonly base: Syntax | null;
  /** `\sin^2`, `\sin^{-1}`. */
  readonly power: Syntax | null;
  /** `\tanh'`, `\tanh''`. */
  readonly primes: number;
  readonly argument: Syntax;
  readonly span: Span;
}

/** `\frac{d}{dx}`, `\partial L/\partial z_i`, `\nabla_x`. */
export interface DerivativeSyntax {
  readonly kind: 'derivative';
  /** One for each order; `null` is the one argument of the function, as in `\nabla f(x)`. */
  readonly variables: readonly Variable[] | null;
  /** How often by these, or by that argument: 2 in `\nabla^2 f(x)`. */
  readonly times: 1 | 2;
  readonly body: Syntax;
  readonly span: Span;
}

/** `\int_0^1 f(x)\,dx`. */
export interface IntegralSyntax {
  readonly kind: 'integral';
  readonly variable: NameSyntax;
  /** Whether the d of its differential is upright, so that it is no name. */
  readonly isUpright: boolean;
  /** `null` where it has no ends. */
  readonly range: readonly [from: Syntax, to: Syntax] | null;
  readonly sign: Span;
  readonly body: Syntax;
  readonly span: Span;
}

/** `\lim_{x\to a^+} f(x)`. */
export interface LimitSyntax {
  readonly kind: 'limit';
  readonly variable: NameSyntax;
  readonly point: Syntax;
  readonly side: -1 | 0 | 1;
  readonly body: Syntax;
  readonly span: Span;
}

/** `\left. … \right|_{x=1}`: where names have these values instead of their own. */
export interface SubstitutionSyntax {
  readonly kind: 'substitution';
  readonly values: readonly { readonly name: NameSyntax; readonly value: Syntax }[];
  readonly body: Syntax;
  readonly span: Span;
}

/** The member of a sequence after so many steps: what `x_{t+1} = …` with `x_0` comes to. */
export interface RecurrenceSyntax {
  readonly kind: 'recurrence';
  readonly index: NameSyntax;
  /** `x_t`, which stands for the member that is known in a step. */
  readonly member: Name;
  /** How far the member that a step gives lies ahead of the letter: 1 in `x_{t+1} = …`, 0 in `x_t = …`. */
  readonly ahead: 0 | 1;
  readonly first: number;
  readonly start: Syntax;
  readonly step: Syntax;
  readonly span: Span;
}

/** One unknown of a system of differential equations, as a function of time. */
export interface SolutionSyntax {
  readonly kind: 'solution';
  readonly time: NameSyntax;
  readonly unknowns: readonly NameSyntax[];
  /** Their derivatives, with the unknowns alone as names. */
  readonly slopes: readonly Syntax[];
  readonly begin: Syntax;
  readonly starts: readonly Syntax[];
  readonly wanted: number;
  readonly span: Span;
}

export type Variable = NameSyntax | IndexedSyntax;

export type BigOperator = 'sum' | 'product' | 'max' | 'min' | 'argmax' | 'argmin' | 'sup' | 'inf';

export interface BigSyntax {
  readonly kind: 'big';
  readonly operator: BigOperator;
  readonly binder: Binder | null;
  readonly body: Syntax;
  readonly span: Span;
}

/** What stands under and over a big operator. */
export type Binder =
  | {
      readonly kind: 'range';
      readonly index: NameSyntax;
      readonly from: Syntax | null;
      readonly to: Syntax;
      readonly span: Span;
    }
  | { readonly kind: 'indices'; readonly names: readonly NameSyntax[]; readonly span: Span }
  | { readonly kind: 'condition'; readonly conditions: readonly Syntax[]; readonly span: Span };

export type Statistic = 'mean' | 'variance' | 'covariance' | 'probability';

/** `\mathbb{E}[…]`, `\operatorname{Var}[…]`, `\mathrm{mean}|x_i|`. */
export interface StatisticSyntax {
  readonly kind: 'statistic';
  readonly statistic: Statistic;
  /** The name as written, which a definition may take. */
  readonly name: Name;
  readonly binder: Binder | null;
  readonly body: Syntax;
  readonly span: Span;
}

/** `\#\{…\}`. */
export interface CountSyntax {
  readonly kind: 'count';
  readonly body: Syntax;
  readonly span: Span;
}

export interface CasesSyntax {
  readonly kind: 'cases';
  readonly branches: readonly Branch[];
  readonly span: Span;
}

export interface Branch {
  readonly value: Syntax;
  /** `null` is otherwise. */
  readonly conditions: readonly Syntax[] | null;
}

export interface MatrixSyntax {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly Syntax[])[];
  readonly span: Span;
}

export interface IndicatorSyntax {
  readonly kind: 'indicator';
  readonly conditions: readonly Syntax[];
  readonly span: Span;
}

/** `\mathbf 1_n`, `\mathbf 0_n`; without a length it is that which fits. */
export interface OnesSyntax {
  readonly kind: 'ones';
  readonly value: 0 | 1;
  readonly length: Syntax | null;
  readonly span: Span;
}

/** A chain `a = b \le c`; one more operand than relations. */
export interface RelationSyntax {
  readonly kind: 'relation';
  readonly operands: readonly Syntax[];
  readonly relations: readonly Relation[];
  readonly span: Span;
}

export interface Relation {
  readonly operator: RelationOperator;
  readonly span: Span;
}

/** A name and its arguments; made when names are bound, from two factors in a row. */
export interface CallSyntax {
  readonly kind: 'call';
  readonly callee: NameSyntax;
  /** `p_t`, where what is called may be a member of a family. */
  readonly member: IndexedSyntax | null;
  readonly group: GroupSyntax;
  readonly span: Span;
}

export interface DotsSyntax {
  readonly kind: 'dots';
  readonly span: Span;
}
