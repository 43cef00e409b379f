"""Writes what the formulas of the library are by the definitions of their papers, in mpmath and NumPy
(test/evaluate/library/data/answers.json): python3 scripts/libraryAnswers.py"""

import json
from pathlib import Path

import mpmath as mp
import numpy as np

mp.mp.dps = 40
INF = mp.inf


def exact(value):
    """Decimals are what they say, not the doubles beside them."""
    if isinstance(value, (list, tuple)):
        return [exact(each) for each in value]
    return mp.mpf(repr(value)) if isinstance(value, float) else mp.mpf(value)


def log(value):
    return -INF if value == 0 else mp.log(value)


def xlogy(x, y):
    return mp.mpf(0) if x == 0 else x * log(y)


def absolute(x):
    return [abs(each) for each in x]


# Hurley and Rickard: c is what the paper calls the coefficients, which are not negative.


def p_norm(c, p):
    return mp.fsum(each**p for each in c if each != 0 or p > 0) ** (1 / p)


def l0(x):
    return mp.mpf(x.count(0))


def l0_epsilon(x, epsilon):
    return mp.mpf(len([each for each in x if -epsilon <= each <= epsilon]))


def minus_l1(x):
    return -mp.fsum(absolute(x))


def minus_lp(x, p):
    return -p_norm(absolute(x), p)


def l2_over_l1(x):
    c = absolute(x)
    return mp.norm(c, 2) / mp.norm(c, 1)


def norm_quotient(x):
    c = absolute(x)
    return mp.norm(c, 1) / mp.norm(c, 2)


def minus_tanh(x, a, b):
    return -mp.fsum(1 - 2 / (mp.exp(2 * (a * c) ** b) + 1) for c in absolute(x))


def minus_log(x):
    return -mp.log(mp.fprod(1 + each * each for each in x))


def kappa4(x):
    squares = [each * each for each in x]
    total = mp.fsum(squares)
    return mp.fsum((each / total) ** 2 for each in squares)


def u_theta(x, theta):
    c = sorted(absolute(x))
    held = int(mp.ceil(theta * len(c)))
    narrowest = min(c[i + held - 1] - c[i] for i in range(len(c) - held + 1))
    return 1 - narrowest / (c[-1] - c[0])


def minus_lp_negative(x, p):
    return -mp.fsum(mp.exp(p * mp.log(c)) for c in absolute(x) if c > 0)


def gaussian_entropy(x):
    return -mp.fsum(2 * log(c) for c in absolute(x))


def shannon_energy(x):
    total = mp.fsum(each * each for each in x)
    shares = [each * each / total for each in x]
    return -mp.fsum(2 * xlogy(share, share) for share in shares)


def shannon_modified(x):
    return -mp.fsum(2 * xlogy(c, c) for c in absolute(x))


def hoyer(x):
    root = mp.sqrt(len(x))
    c = absolute(x)
    return (root - mp.norm(c, 1) / mp.norm(c, 2)) / (root - 1)


def power_mean(c, p):
    return (mp.fsum(each**p for each in c) / len(c)) ** (1 / p)


def pq_mean(x, p, q):
    return -power_mean(absolute(x), p) / power_mean(absolute(x), q)


def gini(x):
    """By mean differences, where the paper has the sorted sum."""
    c = absolute(x)
    differences = mp.fsum(abs(one - other) for one in c for other in c)
    return differences / (2 * len(c) * mp.fsum(c))


# Quotients of norms, entropies.


def mean_over_max(x):
    return mp.fsum(absolute(x)) / len(x) / max(absolute(x))


def s_one_p(x, p):
    return mp.fsum(absolute(x)) / len(x) / p_norm(absolute(x), p)


def s_star(x, q, p):
    return power_mean(absolute(x), q) / power_mean(absolute(x), p)


def l1_over_l2(x):
    return s_star(x, mp.mpf(1), mp.mpf(2))


def entropy(p):
    return -mp.fsum(xlogy(each, each) for each in p)


def renyi_entropy(p, alpha):
    return mp.log(mp.fsum(each**alpha for each in p if each > 0)) / (1 - alpha)


def min_entropy(p):
    return -mp.log(max(p))


def perplexity(p):
    return mp.fprod(each**-each for each in p if each > 0)


# Effective ranks; singular values are NumPy's.


def singular(matrix):
    return [mp.mpf(float(each)) for each in np.linalg.svd(np.array(matrix, dtype=float))[1]]


def participation_ratio(x):
    return mp.fsum(absolute(x)) ** 2 / mp.fsum(each * each for each in x)


def amplitude_participation(x):
    return 1 / kappa4(x)


def stable_rank(matrix):
    values = singular(matrix)
    return mp.fsum((each / values[0]) ** 2 for each in values)


def nuclear_rank(matrix):
    values = singular(matrix)
    return mp.fsum(each / values[0] for each in values)


def nuclear_frobenius_rank(matrix):
    return participation_ratio(singular(matrix))


def effective_rank(matrix, gamma):
    values = [each for each in singular(matrix) if each > 1e-12]
    powers = [each**gamma for each in values]
    return perplexity([each / mp.fsum(powers) for each in powers])


def threshold_rank(matrix, epsilon):
    values = singular(matrix)
    return mp.mpf(len([each for each in values if each / values[0] > epsilon]))


def energy_rank(matrix, epsilon):
    squares = [each * each for each in singular(matrix)]
    for rank in range(1, len(squares) + 1):
        if mp.sqrt(mp.fsum(squares[:rank]) / mp.fsum(squares)) >= 1 - epsilon:
            return mp.mpf(rank)


# Losses of classes: p is the probability of the right class, or the vector of all beside the target q.


def log_loss(p):
    return -log(p)


def cross_entropy(q, p):
    return -mp.fsum(xlogy(one, other) for one, other in zip(q, p))


def tailr(p, gamma):
    """What its gradient, -1/(gamma + (1-gamma)p), comes to from 1 down to p."""
    if p == 0 and gamma == 0:
        return INF
    return mp.quad(lambda t: 1 / (gamma + (1 - gamma) * t), [p, 1])


def tailr_weighted(p, gamma, floor):
    weight = p / (gamma + (1 - gamma) * p)
    return max(floor, weight) * -mp.log(p)


def focal(p, gamma):
    return (1 - p) ** gamma * -log(p)


def label_smoothing(q, p, epsilon):
    count = len(p)
    target = [(1 - epsilon) * each + epsilon / count for each in q]
    return cross_entropy(target, p)


def label_smoothing_others(q, p, epsilon):
    """As fairseq writes it: of the right class y, and of all."""
    share = epsilon / (len(p) - 1)
    y = q.index(1)
    smooth = -mp.fsum(mp.log(each) for each in p)
    return (1 - epsilon - share) * -mp.log(p[y]) + share * smooth


def generalized_cross_entropy(p, q):
    return mp.quad(lambda t: t ** (q - 1), [p, 1]) if p > 0 else 1 / q


def mae(q, p):
    return 2 * (1 - p[q.index(1)])


def symmetric_cross_entropy(q, p, alpha, beta, log_zero):
    y = q.index(1)
    reverse = -mp.fsum(each * log_zero for k, each in enumerate(p) if k != y)
    return -alpha * mp.log(p[y]) + beta * reverse


def poly_1(p, epsilon):
    return -log(p) + epsilon * (1 - p)


def taylor_cross_entropy(p, terms):
    return mp.fsum((1 - p) ** i / i for i in range(1, int(terms) + 1))


def temperature(q, z, t):
    weights = [mp.exp(each / t) for each in z]
    return cross_entropy(q, [each / mp.fsum(weights) for each in weights])


def hinge(y, f):
    return 1 - y * f if y * f < 1 else mp.mpf(0)


def brier(q, p):
    return mp.fsum((one - other) ** 2 for one, other in zip(q, p))


def ece(correct, confidence, bins):
    """By bins: how many fall in, how many of those are right, and how sure they are."""
    count = len(confidence)
    total = mp.mpf(0)
    for m in range(1, int(bins) + 1):
        held = [i for i, c in enumerate(confidence) if (m - 1) / bins < c <= m / bins]
        if not held:
            continue
        accuracy = mp.fsum(correct[i] for i in held) / len(held)
        sureness = mp.fsum(confidence[i] for i in held) / len(held)
        total += mp.mpf(len(held)) / count * abs(accuracy - sureness)
    return total


def z_loss(z, c):
    return c * mp.log(mp.fsum(mp.exp(each) for each in z)) ** 2


# Regression, divergences, distances.


def huber(r, delta):
    """The integral of the slope, which is cut off at delta."""
    size = abs(r)
    return mp.quad(lambda t: min(t, delta), [0, min(size, delta), size])


def mse(y, z):
    return mp.fsum((one - other) ** 2 for one, other in zip(y, z)) / len(y)


def kl(p, q):
    return mp.fsum(xlogy(one, one) - xlogy(one, other) for one, other in zip(p, q))


def js(p, q):
    """By entropies: H of the mixture less the mean of both."""
    middle = [(one + other) / 2 for one, other in zip(p, q)]
    return entropy(middle) - (entropy(p) + entropy(q)) / 2


def tv(p, q):
    return mp.fsum(max(one - other, 0) for one, other in zip(p, q))


def quantile_gap(x, y, power):
    """The best pairing of all, tried one by one."""
    from itertools import permutations

    costs = (mp.fsum(abs(a - b) ** power for a, b in zip(x, other)) for other in permutations(y))
    return min(costs) / len(x)


def w1_samples(x, y):
    return quantile_gap(x, y, 1)


def w2_samples(x, y):
    return mp.sqrt(quantile_gap(x, y, 2))


def w2_gaussians_line(m, s, mu, sigma):
    """The integral over quantiles, each m + s z with z standard normal."""
    gap = lambda z: ((m + s * z) - (mu + sigma * z)) ** 2 * mp.npdf(z)
    return mp.sqrt(mp.quad(gap, [-14, -5, 0, 5, 14]))


def w2_gaussians(a, A, b, B):
    """tr (A^{1/2} B A^{1/2})^{1/2} is the sum of the roots of the eigenvalues of AB."""
    first, second = mp.matrix(A), mp.matrix(B)
    eigenvalues = mp.eig(first * second, left=False, right=False)
    roots = mp.fsum(mp.sqrt(mp.re(each)) for each in eigenvalues)
    trace = mp.fsum(first[i, i] + second[i, i] for i in range(len(A)))
    square = mp.fsum((one - other) ** 2 for one, other in zip(a, b)) + trace - 2 * roots
    return mp.sqrt(max(square, 0)) if square > mp.mpf(10) ** -30 else mp.mpf(0)


def mixture_density(x, w, mu, sigma):
    return mp.fsum(share * mp.npdf(x, m, s) for share, m, s in zip(w, mu, sigma))


def mixture_score(x, w, mu, sigma):
    return mp.diff(lambda t: mp.log(mixture_density(t, w, mu, sigma)), x)


def implicit_score_matching(x, w, mu, sigma):
    logarithm = lambda t: mp.log(mixture_density(t, w, mu, sigma))
    terms = [mp.diff(logarithm, each) ** 2 / 2 + mp.diff(logarithm, each, 2) for each in x]
    return mp.fsum(terms) / len(x)


def conditional_score_matching(a, b, w, mu, sigma):
    """The mean over x = m + sigma z of the squared distance to the score of its law."""

    def at(m):
        error = lambda z: (a + b * (m + sigma * z) + z / sigma) ** 2 * mp.npdf(z)
        return mp.quad(error, [-14, -5, 0, 5, 14])

    return mp.fsum(share * at(m) for share, m in zip(w, mu))


# Pairs: similarities s of positive and t of negative ones.


def circle(s, t, gamma, m):
    negative = [mp.exp(gamma * max(each + m, 0) * (each - m)) for each in t]
    positive = [mp.exp(-gamma * max(1 + m - each, 0) * (each - 1 + m)) for each in s]
    return mp.log(1 + mp.fsum(negative) * mp.fsum(positive))


def unified_pairs(s, t, gamma, m):
    return mp.log(1 + mp.fsum(mp.exp(gamma * (n - p + m)) for n in t for p in s))


def multi_label_softmax(s, t):
    negative = 1 + mp.fsum(mp.exp(each) for each in t)
    positive = 1 + mp.fsum(mp.exp(-each) for each in s)
    return mp.log(negative * positive)


def info_nce(s, t, tau):
    weights = [mp.exp(each / tau) for each in [s, *t]]
    return -mp.log(weights[0] / mp.fsum(weights))


def info_nce_batch(matrix, tau):
    rows = [info_nce(row[i], row[:i] + row[i + 1 :], tau) for i, row in enumerate(matrix)]
    return mp.fsum(rows) / len(rows)


# Positions.


def sinusoidal(n, i, d):
    pair = int(i) // 2
    angle = n / mp.mpf(10000) ** (2 * pair / d)
    return mp.cos(angle) if int(i) % 2 else mp.sin(angle)


def rotate(x, theta, m):
    """Pairs as complex numbers."""
    turned = [mp.mpc(x[2 * j], x[2 * j + 1]) * mp.expj(m * angle) for j, angle in enumerate(theta)]
    return [part for each in turned for part in (each.real, each.imag)]


def rope(x, theta, m):
    return rotate(x, theta, m)


def rope_score(q, k, theta, m, n):
    """By the difference of the positions alone."""
    return mp.fsum(one * other for one, other in zip(q, rotate(k, theta, n - m)))


def rope_frequency(i, d, b):
    return mp.exp(-2 * i / d * mp.log(b))


def rope_interpolated(i, d, b, k):
    return rope_frequency(i, d, b) / k


def ntk_aware(i, d, b, k):
    return rope_frequency(i, d, b * k ** (d / (d - 2)))


def ntk_old(i, d, b, k):
    """n / (beta lambda)^(m-1) with beta^(d/2) = b and lambda^(d/2) = k."""
    beta, scale = b ** (2 / d), k ** (2 / d)
    return 1 / (beta * scale) ** i


def ntk_fixed(i, d, b, k):
    beta, scale = b ** (2 / d), k ** (2 / d)
    return 1 / (scale * (beta * scale) ** i)


def ntk_mixed(i, d, b, k, c):
    """The product of the first m scales is exp(a m^c), with a (d/2)^c = log k."""
    a = mp.log(k) / (d / 2) ** c
    m = i + 1
    return 1 / (b ** (2 * i / d) * mp.exp(a * m**c))


def ntk_by_parts(i, d, b, k, length, alpha, beta):
    theta = rope_frequency(i, d, b)
    turns = length / (2 * mp.pi / theta)
    kept = 0 if turns < alpha else 1 if turns > beta else (turns - alpha) / (beta - alpha)
    return (1 - kept) * theta / k + kept * theta


def yarn_scale(k):
    return mp.mpf("0.1") * mp.log(k) + 1


VECTORS = [
    [[0, 0, 0, 1]],
    [[3, -4]],
    [[0.5, 0, 2, -1, 0.5]],
    [[1, 2, 3, 4]],
]
CONSTANT = [[[2, 2, 2, 2]]]
PROBABILITIES = [[[0.5, 0.25, 0.25]], [[0, 0, 1, 0]], [[0.25, 0.25, 0.25, 0.25]], [[0.9, 0.05, 0, 0.05]]]
MATRICES = [[[[1, 2], [3, 4]]], [[[1, 0, 0], [0, 0, 0], [0, 0, 0]]], [[[2, 0, 0], [0, 2, 0], [0, 0, 2]]], [[[1, 2, 0], [0, 1, -1]]]]
RIGHT = [[0.1], [0.5], [1], [0.95]]
TARGETS = [
    [[1, 0], [0.3, 0.7]],
    [[0, 0, 1], [0.2, 0.2, 0.6]],
    [[0, 1, 0, 0], [0.25, 0.25, 0.25, 0.25]],
    [[0, 1, 0], [0.05, 0.9, 0.05]],
]
PAIRS = [
    [[1, 0], [0.25, 0.75]],
    [[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]],
    [[0.5, 0.5, 0], [0.2, 0.2, 0.6]],
    [[0.1, 0.2, 0.7], [0.7, 0.2, 0.1]],
]
SAMPLES = [
    [[1, 0], [0, 3]],
    [[0.5, 2, -1], [2, 0.5, -1]],
    [[1, 1, 4, 0], [2, 2, 2, 2]],
    [[0, 0, 0, 1], [1, 0, 5, -2]],
]
SIMILAR = [
    [[0.8, 0.6], [0.1, 0.4, 0.2]],
    [[1, 1], [-1, -1]],
    [[0, 0], [0, 0]],
    [[-0.5, 0.9, 0.9], [0.95, -0.2]],
]
MIXTURES = [[0.5, 0.5], [0.8, -0.8], [0.6, 0.6]], [[0.2, 0.8], [-1, 2], [1, 0.5]], [[0.5, 0.5], [0, 0], [1, 1]], [[0.25, 0.5, 0.25], [-1, 0, 1], [1, 1, 2]]
INDICES = [[0], [10], [63], [31]]

# The arguments, and the parameters behind the semicolon: each of these with each of those.
CASES = {
    l0: (VECTORS + CONSTANT, [[]]),
    l0_epsilon: (VECTORS + CONSTANT, [[0.01], [0.5]]),
    minus_l1: (VECTORS + CONSTANT, [[]]),
    minus_lp: (VECTORS + CONSTANT, [[0.5], [0.1]]),
    l2_over_l1: (VECTORS + CONSTANT, [[]]),
    minus_tanh: (VECTORS + CONSTANT, [[1, 1], [2, 3], [0.5, 1.5]]),
    minus_log: (VECTORS + CONSTANT, [[]]),
    kappa4: (VECTORS + CONSTANT, [[]]),
    u_theta: (VECTORS, [[0.5], [0.3]]),
    minus_lp_negative: (VECTORS + CONSTANT, [[-1], [-0.5]]),
    gaussian_entropy: (VECTORS + CONSTANT, [[]]),
    shannon_energy: (VECTORS + CONSTANT, [[]]),
    shannon_modified: (VECTORS + CONSTANT, [[]]),
    hoyer: (VECTORS + CONSTANT, [[]]),
    pq_mean: (VECTORS + CONSTANT, [[1, 2], [0.5, 3]]),
    gini: (VECTORS + CONSTANT, [[]]),
    norm_quotient: (VECTORS + CONSTANT, [[]]),
    mean_over_max: (VECTORS + CONSTANT, [[]]),
    s_one_p: (VECTORS + CONSTANT, [[2], [3]]),
    s_star: (VECTORS + CONSTANT, [[1, 2], [2, 4], [0.5, 1]]),
    l1_over_l2: (VECTORS + CONSTANT, [[]]),
    entropy: (PROBABILITIES, [[]]),
    renyi_entropy: (PROBABILITIES, [[0], [0.5], [2], [3]]),
    min_entropy: (PROBABILITIES, [[]]),
    perplexity: (PROBABILITIES, [[]]),
    participation_ratio: (VECTORS + CONSTANT, [[]]),
    amplitude_participation: (VECTORS + CONSTANT, [[]]),
    stable_rank: (MATRICES, [[]]),
    nuclear_rank: (MATRICES, [[]]),
    nuclear_frobenius_rank: (MATRICES, [[]]),
    effective_rank: (MATRICES, [[1], [2]]),
    threshold_rank: (MATRICES, [[0.01], [0.1]]),
    energy_rank: (MATRICES, [[0.01], [0.1]]),
    log_loss: (RIGHT + [[0]], [[]]),
    cross_entropy: (TARGETS + [[[0, 1], [1, 0]], [[0.5, 0.5], [0.2, 0.8]]], [[]]),
    tailr: (RIGHT, [[0], [0.1], [0.5], [0.8]]),
    tailr_weighted: (RIGHT, [[0.1, 0], [0.5, 0.3], [0, 0]]),
    focal: (RIGHT + [[0]], [[0], [2], [0.5]]),
    label_smoothing: (TARGETS, [[0], [0.1]]),
    label_smoothing_others: (TARGETS, [[0], [0.1]]),
    generalized_cross_entropy: (RIGHT + [[0]], [[0.7], [1], [0.1]]),
    mae: (TARGETS, [[]]),
    symmetric_cross_entropy: (TARGETS, [[0.1, 1, -4], [6, 0.1, -6]]),
    poly_1: (RIGHT + [[0]], [[2], [-1]]),
    taylor_cross_entropy: (RIGHT, [[1], [2], [6]]),
    temperature: ([[[1, 0], [2, -1]], [[0, 0, 1], [1, 2, 3]], [[0, 1, 0], [0, 0, 0]], [[0.5, 0.5], [100, 0]]], [[1], [1.5], [0.5]]),
    hinge: ([[1, 0.3], [-1, 0.3], [1, 1], [1, 7], [-1, -0.5]], [[]]),
    brier: (TARGETS + [[[0, 1], [1, 0]]], [[]]),
    ece: ([[[1, 0], [0.3, 0.7]], [[1, 0, 1, 1], [0.2, 0.4, 0.4, 1]], [[1, 1, 1], [1, 1, 1]], [[0, 1, 1, 0, 1], [0.55, 0.6, 0.61, 0.9, 0.99]]], [[5], [15], [10]]),
    z_loss: ([[[1, 2, 3]], [[0, 0]], [[-1, -1]], [[100, 0, -100]]], [[0.0001], [0.5]]),
    huber: ([[3], [-0.5], [0], [1], [-4]], [[1], [0.5]]),
    mse: (SAMPLES, [[]]),
    kl: (PAIRS + [[[0.5, 0.5], [1, 0]]], [[]]),
    js: (PAIRS + [[[1, 0], [0, 1]]], [[]]),
    tv: (PAIRS + [[[1, 0], [0, 1]]], [[]]),
    w1_samples: (SAMPLES, [[]]),
    w2_samples: (SAMPLES, [[]]),
    w2_gaussians_line: ([[0, 1, 3, 5], [1, 2, 1, 2], [-1, 0.5, 2, 0], [0, 1, 0, 3]], [[]]),
    w2_gaussians: (
        [
            [[0, 0], [[2, 0.5], [0.5, 1]], [0, 0], [[1, 0.2], [0.2, 2]]],
            [[1, 2], [[1, 0], [0, 1]], [4, 6], [[1, 0], [0, 1]]],
            [[1, 0], [[2, 0], [0, 3]], [0, 1], [[4, 0], [0, 1]]],
            [[0, 0, 1], [[2, 1, 0], [1, 2, 0], [0, 0, 1]], [0, 0, 0], [[1, 0, 0], [0, 2, 1], [0, 1, 2]]],
        ],
        [[]],
    ),
    implicit_score_matching: ([[[1, 2]], [[0, 0]], [[0.5, -0.5, 3]], [[-1, -1, 1, 1]]], MIXTURES),
    conditional_score_matching: (
        [[0, -1], [0, 0], [0.5, -2], [1, 0.3]],
        [[[0.5, 0.5], [0.8, -0.8], 0.6], [[0.2, 0.8], [-1, 2], 1], [[0.5, 0.5], [0, 0], 0.5]],
    ),
    circle: (SIMILAR, [[80, 0.4], [32, 0.25], [1, 0]]),
    unified_pairs: (SIMILAR, [[80, 0.4], [1, 0]]),
    multi_label_softmax: (SIMILAR + [[[300, -900.5], [20, 0.5]]], [[]]),
    info_nce: ([[0.8, [0.1, 0.4, 0.2]], [1, [-1, -1]], [0, [0, 0, 0]], [-0.5, [0.9, 0.9]]], [[0.07], [1]]),
    info_nce_batch: ([[[[0.3, 0.7], [0.1, 0.9]]], [[[1, 0], [0, 1]]], [[[0, 0, 0], [0, 0, 0], [0, 0, 0]]], [[[0.9, 0.1, -0.2], [0, 0.5, 0.5], [1, 1, -1]]]], [[0.07], [1]]),
    mixture_score: ([[1], [0], [-2.5], [0.3]], MIXTURES),
    sinusoidal: ([[3, 2], [3, 3], [0, 1], [100, 7], [512, 0]], [[8], [512]]),
    rope: ([[[1, 2, 3, 4], [1, 0.1]], [[0, 1, 0, 0], [1, 1]], [[1, 1, 1, 1, 1, 1], [1, 0.1, 0.01]], [[0.5, -2, 0, 3], [0.3, 2]]], [[0], [1], [7]]),
    rope_score: ([[[1, 2, 3, 4], [1, 1, 2, 1], [1, 0.1]], [[1, 0, 0, 0], [1, 0, 0, 0], [1, 1]], [[0, 1, 1, 0], [1, 0, 0, 1], [0.5, 0.1]], [[1, 0, 1, 0], [1, 0, 1, 0], [1, 0.01]]], [[1, 2], [5, 5], [10, 3]]),
    rope_frequency: (INDICES, [[128, 10000]]),
    rope_interpolated: (INDICES, [[128, 10000, 8], [128, 500000, 4]]),
    ntk_aware: (INDICES, [[128, 10000, 8], [128, 500000, 4]]),
    ntk_old: (INDICES, [[128, 10000, 8], [128, 500000, 4]]),
    ntk_fixed: (INDICES, [[128, 10000, 8], [128, 500000, 4]]),
    ntk_mixed: (INDICES, [[128, 10000, 8, 0.625], [128, 500000, 4, 1]]),
    ntk_by_parts: (INDICES, [[128, 10000, 8, 4096, 1, 32], [128, 500000, 4, 8192, 1, 32]]),
    yarn_scale: ([[1], [2], [8], [32]], [[]]),
}

# Known before: from the papers, and from the facts that the project keeps.
PUBLISHED = [
    (gini, [[0, 0, 0, 1]], "0.75"),
    (gini, [[2, 2, 2, 2]], "0"),
    (hoyer, [[0, 0, 0, 1]], "1"),
    (hoyer, [[2, 2, 2, 2]], "0"),
    (l1_over_l2, [[3, -4]], "0.98995"),
    (renyi_entropy, [[0.5, 0.25, 0.25], 2], "0.980829"),
    (renyi_entropy, [[0.5, 0.25, 0.25], 3], "0.928149"),
    (tailr, [0.1, 0.5], "1.195674002"),
    (tailr, [0.5, 0.8], "0.52680258"),
    (mixture_score, [1, [0.5, 0.5], [0.8, -0.8], [0.6, 0.6]], "-0.6071436286"),
    (conditional_score_matching, [0, -1, [0.5, 0.5], [0.8, -0.8], 0.6], "1.777778"),
    (ntk_old, [63, 128, 10000, 8], "0.00001491148"),
    (ntk_fixed, [63, 128, 10000, 8], "0.00001443477"),
]


def plain(value):
    if isinstance(value, list):
        return [plain(each) for each in value]
    if mp.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float(mp.nstr(mp.re(value), 17))


def main():
    for function, given, expected in PUBLISHED:
        places = len(expected.split(".")[1]) if "." in expected else 12
        off = abs(function(*map(exact, given)) - mp.mpf(expected))
        assert off <= mp.mpf(10) ** -places * mp.mpf("0.6"), (function.__name__, given, off)
    answers = {
        function.__name__.replace("_", "-"): [
            {"arguments": given, "parameters": list(behind), "value": plain(function(*map(exact, given), *map(exact, behind)))}
            for given in arguments
            for behind in parameters
        ]
        for function, (arguments, parameters) in CASES.items()
    }
    where = Path(__file__).parent.parent / "test/evaluate/library/data/answers.json"
    line = lambda name, cases: f'"{name}": [\n' + ",\n".join(map(json.dumps, cases)) + "\n]"
    where.write_text("{\n" + ",\n".join(line(*each) for each in answers.items()) + "\n}\n")
    print(sum(map(len, answers.values())), "answers for", len(answers), "formulas")


if __name__ == "__main__":
    main()
