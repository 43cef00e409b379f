// Functions that programs define for themselves where they need them.

export const HELPERS = {
  derivative: `def derivative(f, x):
    # complex step: no difference is taken, so that no digits are lost
    return np.imag(f(x + 1e-20j)) / 1e-20`,
  gradient: `def gradient(f, x):
    # complex step: no difference is taken, so that no digits are lost
    steps = 1e-20j * np.eye(np.size(x)).reshape(-1, *np.shape(x))
    return np.array([np.imag(f(x + step)) for step in steps]) / 1e-20`,
  size: `def size(x):
    return np.where(np.real(x) < 0, -x, x)`,
  real_part_sorted: `def real_part_sorted(x):
    return x[np.argsort(np.real(x))]`,
  iterate: `def iterate(step, member, first, wanted):
    for at in range(first, wanted):
        member = step(member, at)
    return member`,
  matrix_root: `def matrix_root(a):
    values, vectors = np.linalg.eigh((a + a.T) / 2)
    return vectors * np.sqrt(np.maximum(values, 0)) @ vectors.T`,
} as const;

export type Helper = keyof typeof HELPERS;
