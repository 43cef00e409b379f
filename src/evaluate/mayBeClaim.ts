// A cheap look at a formula of the prose: most hold letters or no number, and claim nothing.

/** Whether a formula may be a relation between numbers. */
export function mayBeClaim(tex: string): boolean {
  if (!/\d/.test(tex) || !/[=<>]|\\(?:[lg]eq?|neq?|approx)(?![a-zA-Z])/.test(tex)) return false;
  if (nameOfTheAuthor.test(tex)) return false;
  const letters = tex.replace(/\\(?:begin|end)\{[a-z*]*\}|\\[a-zA-Z]+/g, ' ');
  return !/[a-df-zA-Z\u0370-\uffff]/.test(letters);
}

/** A Greek letter; π is a number, and σ may be a function. */
const nameOfTheAuthor =
  /\\(?:alpha|beta|(?:var)?(?:epsilon|theta|rho|phi|kappa)|zeta|eta|iota|mu|nu|xi|tau|upsilon|chi|psi|gamma|delta|lambda|omega|Gamma|Delta|Theta|Lambda|Xi|Upsilon|Phi|Psi|Omega)(?![a-zA-Z])/;
