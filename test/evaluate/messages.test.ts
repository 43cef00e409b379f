// One example for every problem: its code, its place and its words.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../src/evaluate/evaluatePost.js';
import {
  EVALUATION_MESSAGES,
  evaluationText,
  type ProblemCode,
} from '../../src/evaluate/messages.js';
import { INSERTED_FAULTS } from '../../src/evaluate/messages/inserted.js';
import { ANALYSIS_TEXTS } from '../../src/evaluate/messages/analyses.js';
import { PLOT_SIZES } from '../../src/evaluate/messages/plots.js';
import { PYTHON_PROBLEMS } from '../../src/evaluate/messages/python.js';
import type { NoteCode } from '../../src/evaluate/notes.js';
import { postForQuestion } from '../../src/evaluate/question.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { formulaInQuestion } from '../../src/language/formulaInQuestion.js';
import { evaluateWithFiles } from '../support/data.js';
import { fileProblems, files } from './data/fileProblems.js';
import { notes } from './noteExamples.js';
import { evaluateAll, evaluateText, postOf } from '../support/worksheets.js';

const raw = String.raw;
/** Lines behind these data, unless they hold a post of their own. */
const data = raw`x = [3,1,2]
y = [1,1,4]
a = 6
A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
f(t) = t^2
W = \{1,3\}`;

const problems: Readonly<Record<ProblemCode, string>> = {
  ...fileProblems,
  'query.range': raw`x_i,\ i \in 2..3`,
  'tex.syntax': raw`\unknowncommand`,
  'tex.alignment': 'a & b',
  'tex.too-long': `b = ${'1+'.repeat(100_001)}1`,
  'tex.too-deep': `${'{'.repeat(300)}1${'}'.repeat(300)}`,
  'limit.depth': `${'('.repeat(160)}1${')'.repeat(160)}`,
  'limit.nodes': `${'a+'.repeat(60_000)}1`,
  'limit.bounds':
    raw`z = \mathbf 1_{3200}` +
    '\n' +
    raw`u_i = \sum_j |z_iz_j|` +
    '\n' +
    raw`\lfloor \max_i u_i\rfloor`,
  'limit.steps': raw`\sum_{i=1}^{10^9} i`,
  'limit.memory': raw`\|\mathbf 1_{10^8} + \text{softmax}(\mathbf 1_{10^8})\|_1`,
  'number.leading-zero': '007',
  'number.split': '12 000',
  'number.comma': '1,000',
  'number.exponent-notation': '2e-3',
  'number.exponent-upright': raw`2\mathrm{e}-3`,
  'syntax.operand-missing': 'a +',
  'syntax.unexpected': raw`a \forall`,
  'syntax.space-separates': raw`a \quad a`,
  'syntax.text-in-formula': raw`\text{the value } a`,
  'syntax.script-without-base': '{}_2',
  'syntax.double-script': '{a^2}^3',
  'syntax.mark-without-name': '(a)^*',
  'syntax.accent-without-name': raw`\hat{a+1}`,
  'syntax.subscript-of-number': '3_1',
  'syntax.subscript-of-function': raw`\sin_2 a`,
  'syntax.superscript-of-function': raw`\mathbb E^2[x]`,
  'substitution.ends': '[a^2]_0^1',
  'substitution.unclear': raw`\left.a^2\right|_0^1`,
  'syntax.sign-exponent': 'e^-a',
  'syntax.unclosed': raw`\left|a\right.`,
  'syntax.unmatched': raw`\lfloor a\rceil`,
  'syntax.empty-group': 'f()',
  'syntax.two-bars': 'f(a|a|a|a)'.replace('|a|a|', raw`\mid a\mid `),
  'syntax.bar-in-group': raw`2(a\mid a)`,
  'syntax.inner-product': raw`\langle x\rangle`,
  'syntax.set-builder': raw`\#\{i,j : x_i>0\}`,
  'syntax.count-of-no-set': raw`\#x`,
  'syntax.case-without-condition': raw`\begin{cases}1\\2\end{cases}`,
  'syntax.otherwise-not-last': raw`\begin{cases}1,&\text{otherwise}\\2,&a>0\end{cases}`,
  'syntax.ones-without-length': raw`\mathbf 1`,
  'syntax.indicator-without-condition': raw`\mathbb{1}[a]`,
  'ambiguous.argument': raw`\log a/a`,
  'ambiguous.factorial': '3!=6',
  'ambiguous.remainder': raw`-7\bmod 3`,
  'ambiguous.number-after-factor': 'a 2',
  'ambiguous.slash': '1/2a',
  'ambiguous.mixed-number': raw`2\frac12`,
  'ambiguous.entry-power': raw`A^{-1}_{12}`,
  'ambiguous.row-or-entry': raw`\operatorname{diag}(\mathbf 1_{12})_{12}`,
  'ambiguous.function-power': 'f^2(a)',
  'unsupported.construct': raw`\oint t\,dt`,
  'unsupported.statement': 'analyse t',
  'unsupported.dots': raw`a \cdots a`,
  'unsupported.complex': raw`e^{i\theta}`,
  'unsupported.reference': raw`\eqref{eq:none}`,
  'reference.no-post': raw`\eqref{other.md#eq:none}`,
  'reference.no-label': raw`\eqref{#eq:none}`,
  'name.unbound': 'u',
  'name.unbound-i': 'i',
  'name.unbound-size': raw`\frac1n\sum_i x_i`,
  'name.unbound-identity': 'A I_d',
  'name.running-mark': raw`\sum_{k=1}^2 x^{(k)}`,
  'name.index-after-sum': raw`\sum_i x_i + y_i`,
  'name.function-alone': 'f',
  'name.family-alone': raw`g_p = p^2` + '\ng',
  'name.set-alone': '2W',
  'name.no-such-member': raw`g_{1,p} = p^2` + '\ng_{2,2}',
  'name.in-error': 'b = 1/0\nb',
  'name.both-letters': raw`g(\boldsymbol{y}) = \boldsymbol{y}^\top y` + '\ng(x)',
  'analyse.form': 'analyse a = 2',
  'analyse.argument': 'analyse a + 1',
  'analyse.neither': raw`analyse \cos t`,
  'analyse.no-measure': raw`analyse[measure] -\log p`,
  'analyse.no-loss': raw`analyse[loss] \|v\|_1`,
  'call.display': '',
  'call.display-without-label': '',
  'call.unknown-word': raw`\operatorname{Foo}(a)`,
  'call.missing-bar': 'KL(x, y)',
  'name.unbound-vector': raw`\sum_i v_i`,
  'syntax.semicolon': 'f(1;2)',
  'call.unbound': 'u(1-u)',
  'call.vector': 'x(1-x)',
  'call.arguments': 'g(s,t) = s\ng(1)',
  'call.vector-argument': 'f(1,2)',
  'call.bar': 'f(a|a)',
  'binder.no-index': raw`\sum x_i`,
  'binder.no-range': raw`\sum_i x_{i+1}`,
  'binder.no-end': raw`\sum_{i=1} x_i`,
  'binder.captured': raw`\sum_a x_a`,
  'binder.nothing-to-bind': raw`\sum_{a\ne a} 1`,
  'binder.several-with-end': raw`\sum_{i=1,j=1}^3 x_i`,
  'binder.several-open': raw`\max|x_i-y_j|`,
  'binder.several-arguments': raw`\operatorname*{argmax}_{i,j} A_{ij}`,
  'binder.unclear': raw`\sum_{2i=2}^3 x_i`,
  'binder.infinite-set': raw`\sum_{i\in\mathbb{N}} x_i`,
  'binder.not-whole': raw`\sum_{i=1}^{2.5} i`,
  'derivative.variable': raw`\frac{\partial a}{\partial 3}`,
  'derivative.by-what': raw`\nabla a`,
  'derivative.order': raw`\frac{d^2 a}{da}`,
  'derivative.shapes': raw`\frac{dA}{dx}`,
  'derivative.entries': "f'(x)",
  'derivative.kink': raw`\frac{d}{da}|a-6|`,
  'derivative.of-step': raw`\frac{d}{da}\lfloor a\rfloor`,
  'derivative.of-whole': raw`\frac{d}{da}\sum_{i=1}^a i`,
  'derivative.none': raw`\frac{d}{da}\sqrt{a-6}`,
  'derivative.of-method': raw`\frac{d}{da}\lim_{t\to 0} at`,
  'integral.bound-d': 'd = 2\n' + raw`\int_0^1 d x\,dx`,
  'integral.nothing-seen': raw`\int_0^1 e^{-10^6(1+t)}\,dt`,
  'approach.where': raw`\lim t`,
  'approach.sides': raw`\lim_{t\to 0}\frac{|t|}{t}`,
  'approach.unsettled': raw`\lim_{t\to 0}\sin\frac{1}{t}`,
  'search.unbounded': raw`\max_{t>0} t`,
  'search.not-attained': raw`\max_{t\in(0,1)} t`,
  'search.unsettled': raw`\sup_{t>2} (1-\frac{1}{\log t})`,
  'search.level': raw`\arg\max_{t\in[0,1]}\min(t,0.5)`,
  'sequence.no-start': 'b_{t+1} = b_t',
  'sequence.index': 'b_0 = 1\nb_{t+1} = 2b_t\nb_{-1}',
  'solution.no-start': raw`\frac{db}{dt} = b`,
  'solution.two-starts': raw`\frac{db}{dt} = c, \frac{dc}{dt} = b, b(0) = 1, c(1) = 1`,
  'solution.two-times': raw`\frac{db}{dt} = c, \frac{dc}{ds} = b, b(0) = 1, c(0) = 1`,
  'solution.not-followed':
    raw`\frac{db}{dt} = \|\begin{pmatrix}b&1\\1&b\end{pmatrix}\|_2, b(0) = 2` + '\nb(2)',
  'solution.not-unique': raw`\frac{db}{dt} = \sqrt b, b(0) = 0` + '\nb(2)',
  'solution.stops': raw`\frac{db}{dt} = b^2, b(0) = 1` + '\nb(2)',
  'solution.unsettled': raw`\frac{db}{dt} = 40(b-\sin t) + \cos t, b(0) = 0` + '\nb(1)',
  'series.no-bound': raw`\sum_{k=1}^\infty \frac{1}{k}`,
  'series.of-arrays': raw`\sum_{k=0}^\infty 0.5^k x`,
  'integral.ends': raw`\int t\,dt`,
  'integral.differential': raw`\int_0^1 a`,
  'integral.unsettled': raw`\int_0^1 \frac{1}{t}\,dt`,
  'condition.not-a-relation': raw`\begin{cases}1,&a\\2,&\text{else}\end{cases}`,
  'condition.relation': raw`\mathbf 1_{a\approx 3}`,
  'relation.unknown': raw`1 \ll 2`,
  'shape.number-expected': 'x_x',
  'shape.softmax-of-matrix': raw`\operatorname{softmax}(A)`,
  'shape.vector-expected': raw`\text{softmax}(a)`,
  'shape.square-expected': raw`\operatorname{tr}(x)`,
  'shape.lengths-differ': raw`\sum_i x_i A_{1,i}`,
  'shape.size-differs': raw`\frac1n\sum_{i=1}^n x_i + \sum_{j=1}^n A_{1,j}`,
  'shape.shapes-differ': 'A x',
  'shape.product-of-vectors': 'xy',
  'shape.product-sign': raw`A\cdot A`,
  'shape.quotient-of-arrays': 'x/y',
  'shape.power-of-vectors': 'x^y',
  'shape.power-of-matrix': 'A^{0.3}',
  'shape.function-of-matrix': raw`\exp A`,
  'shape.matrix-expected': raw`\operatorname{rank} x`,
  'shape.size-open': 'a I',
  'shape.kronecker': raw`x\otimes A`,
  'matrix.singular': raw`(A - A)^{-1}`,
  'matrix.unsure': raw`(A_{11}\sqrt2\sqrt2 A - 2A)^{-1}`,
  'matrix.rank-unsure': raw`\operatorname{rank}(\sqrt2\sqrt2 A - 2A)`,
  'matrix.eigenvalues': raw`\operatorname{eig}\begin{pmatrix}0&-1\\1&0\end{pmatrix}`,
  'matrix.singular-values': raw`\operatorname{svd}\begin{pmatrix}\log 0&1\\1&1\end{pmatrix}`,
  'matrix.not-symmetric': 'A^{1/2}',
  'matrix.asymmetric': raw`A \succ 0`,
  'matrix.not-positive': '(-A^\\top A)^{1/2}',
  'matrix.positive-unsure': raw`(\sqrt2\sqrt2\,xx^\top)^{1/2}`,
  'derivative.multiple-eigenvalue': raw`\frac{\partial}{\partial a}\lambda_1(\operatorname{diag}(a,a))`,
  'derivative.second-of-eigenvalue': raw`\frac{\partial^2}{\partial a^2}\lambda_1(aA)`,
  'derivative.singular':
    raw`\frac{\partial^2}{\partial b^2}\det\begin{pmatrix}b&0\\0&b\end{pmatrix}` + '\nb = 0',
  'shape.inverse-of-vector': 'x^{-1}',
  'shape.transpose-of-number': raw`a^\top`,
  'shape.positive-part-of-matrix': 'A^+',
  'shape.dagger': raw`A^\dagger`,
  'shape.number-plus-matrix': 'A+1',
  'shape.ragged': 'b = [[1,2],[3]]',
  'shape.rows-of-names': 'b = [x,y]',
  'shape.too-deep': 'b = [[[1]],[[2]]]',
  'shape.length-unknown': 'g(t) = ' + raw`\|\mathbf 1_t\|_1` + '\ng(2)',
  'shape.length-invalid': raw`\mathbf 1_{1.5}`,
  'index.of-number': 'a_1',
  'index.too-many': 'x_{1,2}',
  'index.brackets': 'x_{[1]}',
  'index.unclear': raw`\delta_{:,1}`,
  'index.zero': 'x_0',
  'index.out-of-range': 'x_4',
  'norm.of-number': raw`\|a\|`,
  'norm.of-vector': raw`\|x\|_F`,
  'norm.bars-of-matrix': '|A|',
  'norm.matrix-unnamed': raw`\|A\|`,
  'norm.matrix-unsupported': raw`\|A\|_3`,
  'norm.inner-of-numbers': raw`\langle a,a\rangle`,
  'norm.no-vector': '',
  'norm.several-vectors': 'l_1',
  'set.unbound': raw`\sum_{i\in S} x_i`,
  'set.expected': raw`\sum_{i\in x} x_i`,
  'set.builder-here': raw`\mathbf 1_{a\in\{i\mid x_i>0\}}`,
  'set.count-range': raw`|\{1,\dots,3\}|`,
  'set.element-unknown': raw`b = \{\log 2\}`,
  'set.nothing-open': raw`\max\{a\mid a>1\}`,
  'value.tuple': '2(1,2)',
  'value.set': raw`\{1,2\}`,
  'value.relation': 'f(a>0)',
  'value.undefined': raw`\log 0-\log 0`,
  'value.overflow': 'e^{1000}',
  'value.underflow': raw`\log(10^{-200}\cdot 10^{-200})`,
  'value.hidden-zero': raw`\log(2-\sqrt2\sqrt2)`,
  'value.unsure': raw`\lfloor\sqrt2\sqrt2\rfloor`,
  'value.uncertain': raw`\frac{1-\cos 10^{-8}}{10^{-16}}`,
  'value.zero-times-infinity': raw`0\cdot\log(a-6)`,
  'value.division-by-zero': '1/0',
  'value.logarithm-of-negative': raw`\log(-1)`,
  'value.root-of-negative': raw`\sqrt{-1}`,
  'value.power-of-negative': '(-8)^{1/3}',
  'value.outside-function': raw`\arcsin 2`,
  'value.no-case': raw`\begin{cases}1,&a<0\\2,&a<1\end{cases}`,
  'value.factorial': '(-1)!',
  'value.empty-extremum': raw`\max\{x_i\mid x_i>9\}`,
  'library.arguments': raw`\operatorname{Focal}(0.1)`,
  'library.problem': raw`\operatorname{Hoyer}(a)`,
  'function.arguments': raw`\log(1,2)`,
  'function.inverse': raw`\log^{-1} a`,
  'function.power': raw`\log^{-2} a`,
  'extremum.of-number': raw`\max(a)`,
  'statistic.no-data': raw`\mathbb E[a]`,
  'statistic.two-ways': raw`\mathbb E[x_i x]`,
  'statistic.of-matrix': raw`\operatorname{Var}[A]`,
  'statistic.two-arguments': raw`\operatorname{Cov}(x)`,
  'law.unknown': raw`X \sim \mathcal M(0,1)`,
  'law.unclear': raw`X \sim -\mathcal N(0,1)`,
  'law.parameters': raw`X \sim \mathcal N(0)`,
  'law.not-positive': raw`X \sim \mathcal N(0,-1)`,
  'law.not-positive-definite': raw`X \sim \mathcal N([0,0],\begin{pmatrix}1&2\\2&1\end{pmatrix})^3`,
  'law.probability': raw`X \sim \operatorname{Bernoulli}(2)`,
  'law.weights': raw`X \sim \frac12\mathcal N(0,1)+\frac14\mathcal N(1,1)`,
  'law.shapes': raw`X \sim \mathcal N(x,A)`,
  'law.support': raw`p = [.5,.5]` + '\n' + raw`\mathbb E_{t\sim p}[t^2]`,
  'law.alone': raw`X \sim \mathcal N(0,1)` + '\n2X',
  'law.no-value': raw`p = \mathcal N(0,1)` + '\np',
  'law.of-variable': raw`X \sim \mathcal N(0,1)` + '\n' + raw`Y \sim X`,
  'law.no-density': raw`p = \mathcal N(x,I)` + '\np(x)',
  'law.no-moment': raw`X \sim \operatorname{Cauchy}(0,1)` + '\n' + raw`\operatorname{Var}[X]`,
  'law.sample-size': raw`X \sim \mathcal N(0,1)^{0.5}`,
  'law.not-sampled': raw`s \sim \mathcal N(a,1)^3` + '\n' + raw`\frac{d}{da}s_1`,
  'expectation.unsettled': raw`X \sim \mathcal N(0,1)` + '\n' + raw`\mathbb E[e^{X^2}]`,
  'expectation.conditional': raw`X \sim \mathcal N(0,1)` + '\n' + raw`\mathbb E[X\mid X]`,
  'expectation.given': raw`\mathbb E_{x_1+1|a}[x_1]`,
  'expectation.prior': raw`\mathbb E_{X|Y}[X]`,
  'expectation.kernel': raw`X \sim \mathcal N(0,1)` + '\n' + raw`\mathbb E_{X|Y}[X]`,
  'expectation.variable': raw`p = \mathcal N(0,1)` + '\n' + raw`\mathbb E_p[x]`,
  'expectation.of-vector': raw`\frac{d}{da}\mathbb E_{v\sim\mathcal N([a,0],I)}[\|v\|]`,
  'expectation.heavy-tail': raw`X \sim \mathcal N([0,0],I)` + '\n' + raw`\mathbb E[e^{4X_1}]`,
  'expectation.derivative-of-draws':
    raw`X \sim \mathcal N([0,0],I)` + '\n' + raw`\frac{d}{da}\mathbb E[|aX_1|]`,
  'probability.event': raw`X \sim \mathcal N(0,1)` + '\n' + raw`\mathbb P(\sin X>0)`,
  'probability.no-variable': raw`\mathbb P(a>1)`,
  'definition.circle': 'b = b + 1',
  'definition.own-name': raw`U \sim U(0,1)`,
  'definition.left-side': 'b_{(1)} := 2',
  'definition.family-of-array': 'x_i = i^2',
  'definition.set': raw`b = \{1,\dots,3\}`,
  'definition.differential': raw`\mathrm{d} = 3`,
  'definition.parameter': 'g(t,t) = t',
  'domain.outside': raw`p \in \Delta^{1}` + '\np = [.5,.6]',
  'domain.axes': raw`a \in \mathbb{R}^2`,
  'domain.unclear': raw`q \in \mathbb{S}^2`,
  'domain.shared-bounds': '0 < s, t < 1',
  'domain.size': raw`x \in \mathbb{R}^2`,
  'setting.unknown': 'set colour red',
  'setting.value': 'set log 1',
  'statement.list': 'b = 1, 2, 3',
  'statement.unclosed': 'b = [1,2',
  'plot.form': raw`plot t \in [0,1]`,
  'plot.axes': raw`plot[log] t, t \in [0,1]`,
  'plot.interval': raw`plot t, t \in [1,0]`,
  'plot.log': raw`plot[log x] t, t \in [0,1]`,
  'plot.number': raw`plot x, t \in [0,1]`,
  'plot.vector': 'plot a',
  'plot.points': raw`plot t, t \in 1..10001`,
  'plot.curves': raw`plot tk, t \in [0,1], k \in 1..21`,
  'plot.nothing': raw`plot[log y] -t, t \in [0,1]`,
  'slide.form': 'slide t',
  'slide.range': raw`slide t \in \mathbb R`,
  'slide.start': raw`slide t = 2 \in [0,1]`,
  'slide.bound': raw`slide a \in [0,1]`,
  'histogram.form': 'histogram a',
  'histogram.finite': raw`histogram [1,\infty]`,
  'heat.form': 'heat x',
  'table.form': 'table x',
  'table.cells': raw`table i, i \in 1..1001`,
  'table.cell': raw`table 1/t, t \in \{0, 1\}`,
  'mark.several-rows': '',
  'mark.no-expression': '',
  'mark.percent': '',
  'mark.rests-on': '',
  'check.undeclared': raw`q \in \mathbb{R}^2` + '\n' + raw`\|q\|_2 \le r`,
  'check.not-a-relation': raw`check a`,
  'check.no-display': '',
  'check.proportional': raw`r, t > 0` + '\n' + raw`rt \propto r`,
  'check.indices': raw`B \in \mathbb{R}^{2\times 2}` + '\n' + raw`B_{ij}x_k = 0`,
  'claim.relation': raw`1 \to 2`,
  'claim.range': raw`w_i = i^2` + '\n' + raw`w_i = i^2, i=1,\dots,3`,
  'claim.shapes-differ': 'x = [1,2]',
};

/** What takes more than lines behind the data. */
const posts: Partial<Readonly<Record<ProblemCode, string>>> = {
  'norm.no-vector': postOf('l_2'),
  'check.no-display': '$$\na = 6\n$$\n<!-- check -->\n\nText.\n',
  'call.display': raw`$$S(t) = t^2 \label{eq:s}$$` + '\n\n$S(2)$<!--= -->\n',
  'call.display-without-label': '$$S(t) = t^2$$\n\n$S(2)$<!--= -->\n',
  'mark.several-rows': '$1, 2$<!--= -->\n',
  'mark.no-expression': '0.5<!--= -->\n',
  'mark.percent': '$1/5$<!--= 20% -->\n',
  'mark.rests-on': '```eval\nS(t) = bt\n```\n\n0.98<!--= S(2) -->\n',
};

describe('problems', () => {
  const codes = Object.keys(problems) as ProblemCode[];
  for (const code of codes) {
    it(code, () => {
      const text = posts[code] ?? postOf(`${data}\n${problems[code]}`);
      const limits = {
        ...DEFAULT_EVALUATION_LIMITS,
        ...(code === 'limit.bounds' || code.startsWith('analyse.') ? {} : { steps: 400_000 }),
      };
      const found = evaluateWithFiles(text, files, limits, 2000).flatMap(
        ({ problems: own }) => own,
      );
      const problem = found.find((each) => each.code === code);
      expect(found.map((each) => each.code)).toContain(code);
      if (problem === undefined) return;
      const place = text.slice(problem.span.start, problem.span.end);
      const shown = place.length > 40 ? `${place.slice(0, 40)}…` : place;
      const message = evaluationText(problem.code, problem.data);
      expect(`${shown} → ${message}`).toMatchSnapshot();
      for (const key of Object.keys(problem.data)) expect(message).not.toContain(`{${key}}`);
    });
  }
});

/** What stands behind the worksheet. */
const behind: Partial<Record<NoteCode, string>> = {
  'claim.defined-before': raw`$$a = 7 \label{eq:a}$$`,
  'check.comment-first': raw`$$a^2 \ge 0$$ <!-- check: a \in \mathbb{R} -->`,
  'check.other-section': '\n# Another\n\n$$a = 7$$\n',
};

/** As what says the note asks. */
function resultsOf(code: NoteCode, post: string): readonly EvaluationResult[] {
  if (code === 'curve.no-domain') return curveOf('f(t) = t^2');
  return code === 'check.other-section' ? evaluateAll(post) : evaluateText(post);
}

/** As a hover asks for it. */
function curveOf(formula: string): readonly EvaluationResult[] {
  const text = `$${formula}$\n`;
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  const asked = formulaInQuestion(snapshot, { start: 1, end: 1 });
  if (asked === null) return [];
  const question = { about: 'curve', formula: asked, at: 1, given: [] } as const;
  return evaluatePost(postForQuestion(snapshot, question));
}

describe('notes', () => {
  for (const code of Object.keys(notes) as NoteCode[]) {
    it(code, () => {
      const lines = code === 'norm.of-only-vector' ? 'x = [1,2]\nl_2' : `${data}\n${notes[code]}`;
      const post = postOf(lines) + (behind[code] ?? '');
      const results = resultsOf(code, post);
      const found = results.flatMap((result) => result.notes);
      expect(found.map((each) => each.code)).toContain(code);
    });
  }
});

it('has a text for every code', () => {
  expect(Object.keys(EVALUATION_MESSAGES).sort()).toEqual(
    [problems, notes, PLOT_SIZES, INSERTED_FAULTS, ANALYSIS_TEXTS, PYTHON_PROBLEMS]
      .flatMap((texts) => Object.keys(texts))
      .sort(),
  );
});
