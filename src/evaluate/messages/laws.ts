// What can be said against a law, an expectation or a probability; see `messages.ts`.

export const LAW_PROBLEMS = {
  'law.unknown':
    '{name} is not a law that is known; write \\mathcal N(0,1), \\mathcal U(0,1), \\operatorname{Laplace}, Exp, Bernoulli, Cauchy, Dirichlet, or a sum of such with weights',
  'law.unclear':
    'Expected a law here; write \\mathcal N(\\mu,\\sigma^2) or another law with its parameters, with a weight before it in a mixture',
  'law.parameters': 'Expected {expected} parameters of {name}, found {found}; write all of them',
  'law.not-positive':
    'Expected a number above 0 as parameter of this law, found {found}; correct it',
  'law.not-positive-definite':
    'This covariance is not positive definite, so there is no density to draw from; correct it',
  'law.probability': 'Expected a probability from 0 to 1, found {found}; correct it',
  'law.weights': 'Probabilities add up to 1, these to {found}; divide them by their sum',
  'law.shapes':
    'A mean of shape {mean} and a covariance of shape {covariance} do not fit together; write a vector and a square matrix of its length',
  'law.support':
    '{name} is a vector of {length} probabilities, and the values that they belong to are not given; define {variable} as a vector of {length} values',
  'law.alone':
    '{name} is a random variable, which has no value by itself; write \\mathbb E[{name}], \\operatorname{Var}[{name}] or \\mathbb P({name}>0)',
  'law.no-value':
    '{name} is a law, which has no value by itself; write X \\sim before it, or \\mathbb E_{x\\sim …} around a formula',
  'law.of-variable': '{name} is a random variable, no law; write its law here',
  'law.no-density': 'The density of this law is not computed; use its expectation',
  'law.no-moment':
    'The moment of order {degree} of this law does not exist; use a probability or a median',
  'law.sample-size':
    'The size of a sample is a whole number from 1 to {most} that is known; write one',
  'law.not-sampled': 'Samples of this law are not drawn; write a law with known numbers in it',

  'expectation.unsettled':
    'What is left far out is not negligible, so this expectation may be infinite; bound what it is of',
  'expectation.conditional':
    'What is known stands below the sign where it can be computed; write \\mathbb E_{x|y}[…], with x \\sim … and p(y|x) = \\mathcal N(y;…) in a worksheet',
  'expectation.given':
    'Expected two names, as in \\mathbb E_{x|y}; write the one of which the mean is taken, and the one that is known',
  'expectation.prior': '{name} has no law of its own; write {name} \\sim … in a worksheet',
  'expectation.kernel':
    'Expected one density of {known} where {name} is known, found {found}; write p({known}|{name}) = \\mathcal N({known};…) in a worksheet',
  'expectation.variable':
    'Which name is drawn from {name}? Write it below: \\mathbb E_{x\\sim {name}}',
  'expectation.of-vector':
    'Draws of this random vector are not to be had, since its law is not known in numbers; write its parameters as numbers',
  'expectation.heavy-tail':
    'A few draws make most of this expectation, so draws do not tell it; bound what it is of',
  'expectation.derivative-of-draws':
    'This expectation is taken from draws, which give no derivative; take the derivative inside',
  'probability.event':
    'Expected bounds on one random variable, as in \\mathbb P(X>1) or \\mathbb P(|X-a|\\ge t); write it so',

  'probability.no-variable':
    'No random variable stands in this event; give it a law in a worksheet: X \\sim \\mathcal N(0,1)',
} as const;
