// Derivatives and integrals beside what they come to, worked out by hand.

interface ClosedForm {
  readonly tex: string;
  /** For NumPy, with the names of `numpy.ts`. */
  readonly numpy: string;
}

const raw = String.raw;

export const closedForms: readonly ClosedForm[] = [
  { tex: raw`\frac{d}{da}a^3`, numpy: '(3*a**2)' },
  { tex: raw`\frac{\mathrm{d}}{\mathrm{d}a}\sin(ca)`, numpy: '(c*np.cos(c*a))' },
  { tex: raw`\frac{\partial}{\partial c}\log\left(\gamma+c^2\right)`, numpy: '(2*c/(gamma+c**2))' },
  { tex: raw`\frac{d}{dc}e^{-\tfrac{c^2}{2}}`, numpy: '(-c*np.exp(-c**2/2))' },
  { tex: raw`\frac{d^2}{dc^2}\frac{1}{c}`, numpy: '(2/c**3)' },
  {
    tex: raw`\frac{\partial}{\partial x_2}\log\sum_{i=1}^n e^{x_i}`,
    numpy: '(np.exp(x[1])/np.sum(np.exp(x)))',
  },
  {
    tex: raw`\frac{d}{da}\sum_{i=1}^n p_ia^i`,
    numpy: 'np.sum(p*np.arange(1,5)*a**np.arange(0,4))',
  },
  { tex: raw`\frac{\partial}{\partial a}\sigma(ab)`, numpy: '(b*logistic(a*b)*(1-logistic(a*b)))' },
  { tex: raw`f'(c)`, numpy: '(2*c)' },
  {
    tex: raw`\frac{\partial}{\partial\gamma}\frac{-\log\left[\gamma+(1-\gamma)p_1\right]}{2}`,
    numpy: '(-(1-p[0])/(gamma+(1-gamma)*p[0])/2)',
  },
  { tex: raw`\int_0^1 t^3\,dt`, numpy: 'D("0.25")' },
  { tex: raw`\int_0^c e^{-t}\,\mathrm{d}t`, numpy: '(1-np.exp(-c))' },
  { tex: raw`\int_{-\infty}^{\infty}\frac{1}{\sqrt{2\pi}}e^{-\frac{t^2}{2}}dt`, numpy: 'D("1")' },
  { tex: raw`\int_1^a\frac{\lambda}{t}dt`, numpy: '(lam*np.log(a))' },
  { tex: raw`\int_0^\infty \lambda e^{-\lambda t}\,dt`, numpy: 'D("1")' },
];

export const gradientForms: readonly ClosedForm[] = [
  { tex: raw`\nabla_{\boldsymbol{x}}\|\boldsymbol{x}\|^2`, numpy: '(2*x)' },
  { tex: raw`\nabla_x\left(x^\top Ax\right)`, numpy: '((A+A.T)@x)' },
  { tex: raw`\nabla_x\left(\log\sum_{i}e^{x_i}\right)`, numpy: 'softmax(x)' },
  { tex: raw`\nabla_y\left(y^\top x\right)`, numpy: 'x' },
];
