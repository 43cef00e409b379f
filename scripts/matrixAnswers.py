# Makes test/evaluate/data/matrices.json: what mpmath finds of some matrices with 40 digits. Needs mpmath (pip install mpmath).
import json
import os
import random
from mpmath import mp, mpf, matrix, det, inverse, svd_r, eigsy, eig, sqrtm, re, im

mp.dps = 40
random.seed(20)


def text(value):
    return mp.nstr(re(value), 30)


def rows(m):
    return [[text(m[i, j]) for j in range(m.cols)] for i in range(m.rows)]


def made(height, width, digits):
    scale = 10**digits
    return [[random.randint(-2 * scale, 2 * scale) / scale for _ in range(width)] for _ in range(height)]


def symmetric(entries):
    size = len(entries)
    return [[entries[min(i, j)][max(i, j)] for j in range(size)] for i in range(size)]


def near_singular(size):
    entries = made(size, size, 2)
    entries[-1] = [round(a + b + 1e-9 * (i + 1), 12) for i, (a, b) in enumerate(zip(entries[0], entries[1]))]
    return entries


def hilbert(size):
    return [[round(1 / (i + j + 1), 10) for j in range(size)] for i in range(size)]


def exact(entries):
    return matrix([[mpf(str(x)) for x in row] for row in entries])


def answers(entries):
    m = exact(entries)
    found = {'entries': [[str(x) for x in row] for row in entries]}
    singular = svd_r(m if m.rows >= m.cols else m.T, compute_uv=False)
    found['singular'] = [text(singular[i]) for i in range(len(singular))]
    if m.rows != m.cols:
        return found
    found['determinant'] = text(det(m))
    found['inverse'] = rows(inverse(m))
    if entries == symmetric(entries):
        values = sorted(eigsy(m, eigvals_only=True), reverse=True)
        found['eigenvalues'] = [text(x) for x in values]
        if values[-1] > 0:
            found['root'] = rows(sqrtm(m))
    else:
        values, _ = eig(m)
        real = all(abs(im(x)) < mpf(10) ** -30 for x in values)
        found['eigenvalues'] = [text(x) for x in sorted((re(x) for x in values), reverse=True)] if real else None
    return found


def positive(size):
    entries = made(size, size, 1)
    square = [[sum(entries[i][k] * entries[j][k] for k in range(size)) for j in range(size)] for i in range(size)]
    return symmetric([[round(square[i][j] + (0.1 if i == j else 0), 2) for j in range(size)] for i in range(size)])


def chain(size):
    """Neighbours alone, with weights above 0: the eigenvalues are real."""
    weights = made(size, size, 2)
    return [[0 if abs(i - j) > 1 else round(weights[i][j] if i == j else abs(weights[i][j]) + 0.1, 2) for j in range(size)] for i in range(size)]


MATRICES = [made(n, n, 2) for n in (2, 2, 3, 3, 4, 5, 7)]
MATRICES += [symmetric(made(n, n, 2)) for n in (2, 3, 5, 8)]
MATRICES += [positive(n) for n in (2, 3, 4, 6)]
MATRICES += [made(3, 2, 1), made(2, 5, 3), made(6, 3, 2)]
MATRICES += [near_singular(3), hilbert(4), hilbert(6)]
MATRICES += [[[0.9, 0.1, 0], [0.2, 0.7, 0.1], [0, 0.3, 0.7]], chain(5), chain(9)]
MATRICES += [[[2, 1, 0], [0, 2, 1], [1, 0, 3]], [[1.5, 1e-4], [1e-4, 1.5]], [[3, 1], [0, 2.9999]]]

folder = os.path.join(os.path.dirname(__file__), '..', 'test', 'evaluate', 'data')
with open(os.path.join(folder, 'matrices.json'), 'w') as out:
    json.dump([answers(entries) for entries in MATRICES], out, indent=1)
    out.write('\n')
