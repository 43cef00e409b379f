// The data that terms speak of, for both sides.

const raw = String.raw;

export const prelude = [
  raw`x = [0.9, -1.7, 0.35, 2.2]`,
  raw`y = [1.5, 0.4, -0.8, -2.6]`,
  raw`p = [0.4, 0.3, 0.2, 0.1]`,
  raw`q = [0.15, 0.25, 0.35, 0.25]`,
  raw`v = [3, -1, 2, 5]`,
  raw`A = \begin{pmatrix}1.5&-2&0.3&0.7\\0.2&1.1&-0.6&2\\-1&0.4&2.5&0.9\\0.8&-0.3&1&-1.2\end{pmatrix}`,
  raw`B = \begin{bmatrix}2&0&1&-1\\0&3&-2&1\\1&1&1&4\\-2&0&5&1\end{bmatrix}`,
  raw`a = 1.7`,
  raw`b = -0.6`,
  raw`c = 2.3`,
  raw`\gamma = 0.25`,
  raw`\lambda = 3.5`,
  raw`k = 3`,
  raw`m = 7`,
  raw`n = 4`,
  raw`x_0 = 0.55`,
  raw`\Omega = \{1,3\}`,
  raw`f(t) = t^2 + \gamma`,
  raw`g(t,w) = te^{-w^2}`,
  raw`S(w) = \frac{\|w\|_1}{\|w\|_2}`,
  raw`r_i = \frac{e^{x_i}}{\sum_{j=1}^n e^{x_j}}`,
  raw`set digits 12`,
].join('\n');

/** `answers.py` gives it `D` and `array`; λ is a word of Python. */
export const numpyPrelude = `
x = array([D("0.9"), D("-1.7"), D("0.35"), D("2.2")])
y = array([D("1.5"), D("0.4"), D("-0.8"), D("-2.6")])
p = array([D("0.4"), D("0.3"), D("0.2"), D("0.1")])
q = array([D("0.15"), D("0.25"), D("0.35"), D("0.25")])
v = array([D("3"), D("-1"), D("2"), D("5")])
A = array([[D(each) for each in row.split()] for row in
    ["1.5 -2 0.3 0.7", "0.2 1.1 -0.6 2", "-1 0.4 2.5 0.9", "0.8 -0.3 1 -1.2"]])
B = array([[D(each) for each in row.split()] for row in
    ["2 0 1 -1", "0 3 -2 1", "1 1 1 4", "-2 0 5 1"]])
a = D("1.7")
b = D("-0.6")
c = D("2.3")
gamma = D("0.25")
lam = D("3.5")
k = D("3")
m = D("7")
n = D("4")
x_0 = D("0.55")
logistic = lambda t: 1/(1+np.exp(-t))
positive_part = lambda t: np.maximum(t, D(0))
softmax = lambda w: np.exp(w)/np.sum(np.exp(w))
covariance = lambda w, z: np.mean((w-np.mean(w))*(z-np.mean(z)))
f = lambda t: t**2+gamma
g = lambda t, w: t*np.exp(-w**2)
S = lambda w: np.sum(np.abs(w))/np.sqrt(np.sum(w**2))
r = softmax(x)

class Unsure(Exception):
    pass

# Rounding must not decide on which side of a jump a number lies.
def settled(t):
    nearest = np.round(t)
    if t != nearest and np.abs(t-nearest) <= 1e-9*np.maximum(1, np.abs(t)):
        raise Unsure()
    return t

floor = lambda t: np.floor(settled(t))
ceiling = lambda t: np.ceil(settled(t))
remainder = lambda t, w: t-w*floor(t/w)

def apart(t, w):
    difference = t-w
    if difference != 0 and np.abs(difference) <= 1e-9*(np.abs(t)+np.abs(w)):
        raise Unsure()
    return difference

def sign(t):
    if t != 0 and np.abs(t) <= 1e-12:
        raise Unsure()
    return np.sign(t)
`;
