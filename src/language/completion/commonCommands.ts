// The commands that nearly every post with formulas uses: offered before those that few have heard of.

const names = `
alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau
upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
frac dfrac sqrt sum prod int lim max min sup inf log ln exp sin cos tan det dim Pr
left right big Big bigg Bigg text mathbb mathbf mathcal mathrm boldsymbol operatorname
hat bar tilde vec dot ddot widehat widetilde overline underline underbrace
cdot cdots dots ldots times quad qquad infty partial nabla forall exists ell
in notin subset subseteq cup cap le leq ge geq ne neq ll gg approx sim equiv propto pm mid Vert to mapsto
rightarrow leftarrow Rightarrow Leftrightarrow top circ odot oplus otimes langle rangle
begin end tag
`;

export const commonCommands: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
