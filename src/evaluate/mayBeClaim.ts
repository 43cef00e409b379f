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

const approximateBefore =
  /(?:[约近]|大概|差不多|大致|接近|近似|(?<![a-z])(?:about|around|roughly|approximately|approx\.?|circa|ca\.|nearly|almost))(?:等于|[为是有共])?[\s*_]*$|[~～≈][\s*_]*$/i;
const approximateBehind =
  /^[\s*_,，（(]*(?:[~～]|左右|上下|附近|的样子|(?:or so|approximately|approx\.?|roughly|about|give or take)(?![a-z]))/i;

/** Whether words beside a formula say that it need not be exact: 约$…$, $…$左右, roughly $…$. */
export function isApproximate(before: string, behind: string): boolean {
  return approximateBefore.test(before) || approximateBehind.test(behind);
}

/** How far from the formula such words reach. */
export const approximateReach = 24;
