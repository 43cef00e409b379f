// Posts of any size in the style of a math-heavy blog, made from nothing but a count.

/** A post of about `formulas` formulas: sections of prose with inline formulas, a display and references to it. */
export function makePost(formulas: number): string {
  const sections = sectionsOf(formulas);
  const parts = ['---\ntitle: A long post\n---\n\n# A long post\n'];
  for (let section = 1; section <= sections; section++) parts.push(makeSection(section));
  return parts.join('\n');
}

export function sectionsOf(formulas: number): number {
  return Math.max(1, Math.round(formulas / formulasInSection));
}

const formulasInSection = 5;

function makeSection(section: number): string {
  return `## Section ${section}

Let $x_{${section}}\\in\\mathbb{R}^n$ be given; 由式$\\eqref{eq:${section}}$可知，the loss is
\\begin{align}
L_{${section}}(x) &= \\frac{1}{n}\\sum_{i=1}^n \\left(x_i - \\mu_{${section}}\\right)^2 \\label{eq:${section}}\\\\
&\\leq \\sqrt{${section}+\\|x\\|_2}
\\end{align}
which follows from $\\eqref{eq:${section}}$ and $\\alpha_{${section}} > 0$.

* a first point about **section ${section}**
* a second point, with \`code\` in it
`;
}
