"""Writes what mpmath and scipy make of integrals, limits, series, extrema and initial-value problems
(test/evaluate/data/calculusAnswers.json), as an oracle for ours: python3 scripts/calculusAnswers.py"""

import json
from pathlib import Path

import mpmath as mp
import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import minimize_scalar

mp.mp.dps = 30


def digits(value):
    return float(mp.nstr(value, 17))


def integrals():
    quad = mp.quad
    inf = mp.inf
    yield r"\int_0^1 e^{-x^2}\,dx", quad(lambda x: mp.exp(-x * x), [0, 1])
    yield r"\int_0^\infty \frac{x^2}{e^x-1}\,dx", quad(lambda x: x * x / mp.expm1(x), [0, 5, inf])
    yield r"\int_0^1 \frac{\log x}{1+x}\,dx", quad(lambda x: mp.log(x) / (1 + x), [0, 1])
    yield r"\int_0^\pi \frac{\sin x}{1+\cos^2 x}\,dx", quad(lambda x: mp.sin(x) / (1 + mp.cos(x) ** 2), [0, mp.pi])
    yield r"\int_{\mathbb{R}} \log(1+e^{-x^2})\,dx", quad(lambda x: mp.log(1 + mp.exp(-x * x)), [-inf, 0, inf])
    yield r"\int_0^1 \frac{dx}{\sqrt{x}(1+x)}", mp.pi / 2
    yield r"\iint_{[0,1]\times[0,2]} e^{-xy}\cos x\,dx\,dy", quad(
        lambda x, y: mp.exp(-x * y) * mp.cos(x), [0, 1], [0, 2]
    )
    yield r"\int_0^1\int_0^x \frac{1}{1+x+y^2}\,dy\,dx", quad(
        lambda x: quad(lambda y: 1 / (1 + x + y * y), [0, x]), [0, 1]
    )


def limits():
    p = [mp.mpf("0.5"), mp.mpf("0.25"), mp.mpf("0.25")]
    yield r"\lim_{x\to 0} \frac{\tan x-\sin x}{x^3}", mp.mpf(1) / 2
    yield r"\lim_{x\to 0} \frac{e^x-e^{-x}-2x}{x^3}", mp.mpf(1) / 3
    yield r"\lim_{x\to 0} (1+3x)^{1/x}", mp.exp(3)
    yield r"\lim_{n\to\infty} n(\sqrt[n]{3}-1)", mp.log(3)
    yield r"\lim_{n\to\infty} \sum_{k=1}^n \frac{n}{n^2+k^2}", mp.pi / 4
    yield r"\lim_{x\to\infty} x(\frac{\pi}{2}-\arctan x)", mp.mpf(1)
    yield r"\lim_{q\to 1} \frac{1}{1-q}\log(0.5^q+2\cdot 0.25^q)", -sum(each * mp.log(each) for each in p)


def series():
    yield r"\sum_{k=1}^\infty \frac{1}{k^3}", mp.zeta(3)
    yield r"\sum_{k=1}^\infty \frac{1}{k^2+1}", mp.nsum(lambda k: 1 / (k * k + 1), [1, mp.inf])
    yield r"\sum_{k=1}^\infty \frac{k^2}{3^k}", mp.nsum(lambda k: k * k / mp.mpf(3) ** k, [1, mp.inf])
    yield r"\sum_{k=1}^\infty \frac{(-1)^{k+1}}{k}", mp.log(2)
    yield r"\sum_{k=1}^\infty \frac{(-1)^k\log k}{k}", mp.nsum(lambda k: (-1) ** int(k) * mp.log(k) / k, [1, mp.inf])
    yield r"\sum_{k=0}^\infty \frac{1}{e^{k}+1}", mp.nsum(lambda k: 1 / (mp.exp(k) + 1), [0, mp.inf])


def extrema():
    def least(f, a, b):
        """scipy finds the place, Newton's method in 30 digits makes it sharp."""
        found = minimize_scalar(lambda x: float(f(mp.mpf(x))), bounds=(a, b), method="bounded", options={"xatol": 1e-10})
        place = mp.findroot(lambda x: mp.diff(f, x), found.x)
        return place, f(place)

    place, value = least(lambda x: mp.sin(3 * x) + x * x / 5, -3, 1)
    yield r"\min_{x\in[-3,3]} (\sin(3x)+\frac{x^2}{5})", value
    yield r"\operatorname{argmin}_{x\in[-3,3]} (\sin(3x)+\frac{x^2}{5})", place
    place, value = least(lambda x: -mp.log(x) * mp.exp(-x), 0.5, 5)
    yield r"\max_{x>0} (e^{-x}\log x)", -value
    yield r"\operatorname{argmax}_{x>0} (e^{-x}\log x)", place


def motions():
    def solve(slope, start, begin, end):
        found = solve_ivp(slope, (begin, end), start, method="DOP853", rtol=1e-13, atol=1e-15)
        return float(found.y[0, -1])

    yield r"\frac{dx}{dt} = x(1-x) - 0.1\sin t, x(0) = 0.2" + "\nx(3)", solve(
        lambda t, x: x * (1 - x) - 0.1 * np.sin(t), [0.2], 0, 3
    )
    yield r"\frac{dx}{dt} = y, \frac{dy}{dt} = (1-x^2)y - x, x(0) = 1, y(0) = 0" + "\nx(4)", solve(
        lambda t, x: [x[1], (1 - x[0] ** 2) * x[1] - x[0]], [1, 0], 0, 4
    )
    yield r"\frac{dx}{dt} = \cos(tx), x(2) = 1" + "\nx(0)", solve(lambda t, x: np.cos(t * x), [1], 2, 0)


def main():
    kinds = {"integrals": integrals, "limits": limits, "series": series, "extrema": extrema, "motions": motions}
    answers = {kind: [[lines, digits(value)] for lines, value in cases()] for kind, cases in kinds.items()}
    target = Path(__file__).parent.parent / "test/evaluate/data/calculusAnswers.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(answers, indent=2) + "\n")


main()
