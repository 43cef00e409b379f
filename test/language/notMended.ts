// Problems that say what to do and have no quick fix, by why each names no one edit.
export const notMended: readonly (readonly [why: string, codes: string])[] = [
  [
    'only the writer knows the range, the name or the value that is missing',
    `approach.where substitution.unclear binder.no-end binder.no-range derivative.by-what derivative.variable
     domain.outside integral.ends law.support mark.no-expression mark.percent name.family-alone
     name.function-alone norm.no-vector series.no-bound set.element-unknown shape.length-invalid
     shape.length-unknown reference.no-post reference.no-label expectation.given
     expectation.prior expectation.kernel shape.rows-of-names shape.size-open syntax.indicator-without-condition
     syntax.ones-without-length index.of-number syntax.unclosed value.no-case limit.bounds limit.memory limit.steps check.stopped`,
  ],
  [
    'several things may be meant',
    `shape.softmax-of-matrix value.zero-times-infinity value.power-of-negative derivative.entries binder.captured binder.nothing-to-bind binder.several-with-end binder.unclear call.bar library.arguments
     check.proportional claim.relation condition.relation derivative.order domain.axes
     domain.unclear function.arguments function.inverse index.too-many index.unclear index.brackets domain.shared-bounds
     integral.bound-d law.unclear law.unknown name.both-letters norm.matrix-unsupported
     relation.unknown shape.function-of-matrix shape.number-plus-matrix shape.power-of-matrix
     shape.size-differs substitution.ends name.running-mark matrix.asymmetric solution.two-times statement.unclosed statistic.two-ways
     syntax.double-script syntax.unmatched unsupported.complex unsupported.dots value.unsure`,
  ],
  [
    'something else has to be said',
    `analyse.form analyse.neither analyse.no-measure analyse.no-loss claim.range query.range solution.not-followed definition.differential table.form plot.form plot.interval slide.form slide.range histogram.form histogram.finite heat.form binder.infinite-set expectation.conditional expectation.of-vector law.alone law.no-density
     law.no-moment law.no-value law.not-positive law.not-positive-definite
     law.not-sampled law.of-variable law.parameters law.probability law.sample-size law.shapes
     syntax.text-in-formula value.root-of-negative mark.several-rows matrix.rank-unsure matrix.unsure probability.event set.expected
     set.nothing-open tex.alignment value.factorial shape.inverse-of-vector shape.power-of-vectors syntax.accent-without-name
     syntax.count-of-no-set syntax.mark-without-name syntax.otherwise-not-last`,
  ],
  [
    'what stands in a program of Python is for its writer to say',
    'python.derivative python.mean python.rounding',
  ],
  ['the claim is bound anew by `:=`', 'claim.built-in claim.defined-by'],
  ['whether it is meant so only the writer knows', 'check.other-section'],
  ['it is bound anew on a line of the worksheet', 'claim.defined-before'],
  [
    'the file has to be another, or only the writer knows what of it is meant',
    `data.alone data.cell data.changed data.empty data.indices data.missing data.no-file data.no-key
     data.no-names data.no-number data.not-a-number data.not-here data.outside`,
  ],
];
