// Why a formula that computes cannot be copied as Python; see `messages.ts`.

export const PYTHON_PROBLEMS = {
  'python.integral':
    'NumPy alone has no integral that bounds its error; copy the integrand, and give it to scipy.integrate.quad',
  'python.mean':
    'NumPy alone has no mean over a law; write the integral, and give it to scipy.integrate.quad',
  'python.draws':
    'The numbers drawn here are drawn by no generator of NumPy; draw them in Python, and copy what is computed of them',
  'python.search':
    'NumPy alone does not search an interval; copy the function, and give it to scipy.optimize.minimize_scalar',
  'python.limit':
    'NumPy has no limits and no sums without end; copy the term, and give it to mpmath.limit or mpmath.nsum',
  'python.solution':
    'NumPy alone solves no differential equation; copy its right side, and give it to scipy.integrate.solve_ivp',
  'python.derivative':
    'Only first derivatives of what is computed by plain steps are written in NumPy; write this one as a formula, and copy that',
  'python.data':
    'NumPy does not read this file in one line; save it as .npy or .npz, and name that',
  'python.numbers': 'These are too many numbers for a program; save them in a file, and name that',
  'python.rounding':
    'Its value rests on exact numbers, and Python would round them; write it so that no rounding decides',
} as const;
