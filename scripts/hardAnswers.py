"""Writes what mpmath makes of calculus that is easily got wrong (test/evaluate/data/hardAnswers.json): narrow peaks,
slow limits, jumps, stiff and chaotic motions. `null` stands where there is no value: python3 scripts/hardAnswers.py"""

import json
import random
from pathlib import Path

import mpmath as mp

mp.mp.dps = 40
M = mp.mpf
INF = mp.inf


def digits(value):
    return None if value is None else "Infinity" if value == INF else "-Infinity" if value == -INF else float(mp.nstr(value, 17))


def limits():
    to = lambda where, body: r"\lim_{%s} %s" % (where, body)
    zero, inf, n = r"x\to 0", r"x\to\infty", r"n\to\infty"
    yield to(zero, r"\frac{1-\cos x}{x^2}"), M(1) / 2
    yield to(zero, r"\frac{e^x-1-x}{x^2}"), M(1) / 2
    yield to(zero, r"\frac{\sin x-x}{x^3}"), -M(1) / 6
    yield to(zero, r"\frac{\sin x-x+x^3/6}{x^5}"), M(1) / 120
    yield to(zero, r"\frac{\tan x-x}{x^3}"), M(1) / 3
    yield to(zero, r"\frac{\log(1+x)-x}{x^2}"), -M(1) / 2
    yield to(zero, r"\frac{\sqrt{1+x}-1}{x}"), M(1) / 2
    yield to(zero, r"\frac{\arctan x-x}{x^3}"), -M(1) / 3
    yield to(zero, r"\frac{\sinh x-\sin x}{x^3}"), M(1) / 3
    yield to(zero, r"(\frac{1}{x}-\frac{1}{\sin x})"), M(0)
    yield to(zero, r"(\frac{1}{x^2}-\frac{1}{\sin^2 x})"), -M(1) / 3
    yield to(zero, r"(\frac{1}{x}-\frac{1}{e^x-1})"), M(1) / 2
    yield to(zero, r"(\cos x)^{1/x^2}"), mp.exp(-M(1) / 2)
    yield to(zero, r"\frac{2^x-3^x}{x}"), mp.log(M(2) / 3)
    yield to(zero, r"\frac{e^{x}-e^{\sin x}}{x-\sin x}"), M(1)
    yield to(zero, r"\frac{x-\tanh x}{x^3}"), M(1) / 3
    yield to(zero, r"\frac{(1+x)^{1/x}-e}{x}"), -mp.e / 2
    yield to(r"x\to 0^+", r"x^x"), M(1)
    yield to(r"x\to 0^+", r"x^{\sin x}"), M(1)
    yield to(r"x\to 0^+", r"x(\log x)^2"), M(0)
    yield to(r"x\to 0^+", r"\sqrt{x}\log x"), M(0)
    yield to(r"x\to 0^+", r"\frac{1}{1+e^{1/x}}"), M(0)
    yield to(r"x\to 0^-", r"\frac{1}{1+e^{1/x}}"), M(1)
    yield to(r"x\to 0^+", r"\frac{1}{\log x}"), M(0)
    yield to(r"x\to 0^+", r"x^{0.01}"), M(0)
    yield to(r"x\to 0^+", r"\frac{\log\log(1/x)}{\log(1/x)}"), M(0)
    yield to(r"x\to 0^+", r"(\log(1/x))^x"), M(1)
    yield to(r"x\to 1", r"\frac{x^{10}-1}{x-1}"), M(10)
    yield to(r"x\to 1", r"\frac{\log x}{x-1}"), M(1)
    yield to(r"x\to 1", r"x^{1/(1-x)}"), mp.exp(-1)
    yield to(r"x\to 2", r"\frac{\sqrt{x+2}-2}{x-2}"), M(1) / 4
    yield to(r"x\to\pi", r"\frac{\sin x}{x-\pi}"), -M(1)
    yield to(r"x\to 1^-", r"\arcsin x"), mp.pi / 2
    yield to(r"x\to 1^-", r"\frac{\arccos x}{\sqrt{1-x}}"), mp.sqrt(2)
    yield to(inf, r"(1+\frac{2}{x})^{3x}"), mp.exp(6)
    yield to(inf, r"x(\sqrt{x^2+1}-x)"), M(1) / 2
    yield to(inf, r"\frac{\log x}{x^{0.1}}"), M(0)
    yield to(inf, r"\frac{x}{\sqrt{x^2+1}}"), M(1)
    yield to(inf, r"x\sin\frac{1}{x}"), M(1)
    yield to(inf, r"\frac{\sin x}{x}"), M(0)
    yield to(inf, r"\frac{\log\log x}{\log x}"), M(0)
    yield to(inf, r"\frac{\log x}{\log\log x}"), INF
    yield to(inf, r"x^{1/\log x}"), mp.e
    yield to(inf, r"\frac{\log(x+1)}{\log x}"), M(1)
    yield to(inf, r"\frac{\log 2x}{\log x}"), M(1)
    yield to(inf, r"(\log x)^{1/x}"), M(1)
    yield to(inf, r"\frac{x+\sin x}{x}"), M(1)
    yield to(inf, r"(1+\frac{\log x}{x})"), M(1)
    yield to(inf, r"(\log(x+1)-\log x)"), M(0)
    yield to(inf, r"x^2 e^{-x}"), M(0)
    yield to(inf, r"\frac{x^{20}}{e^x}"), M(0)
    yield to(inf, r"\sqrt{\log x}"), INF
    yield to(inf, r"\log\log x"), INF
    yield to(inf, r"x^{0.01}"), INF
    yield to(inf, r"(x-\log x)"), INF
    yield to(n, r"(1+\frac{1}{n})^n"), mp.e
    yield to(n, r"n(\sqrt[n]{5}-1)"), mp.log(5)
    yield to(n, r"(\sum_{k=1}^n \frac{1}{k} - \log n)"), mp.euler
    yield to(n, r"\sum_{k=1}^n \frac{1}{k^2}"), mp.zeta(2)
    yield to(n, r"\sum_{k=1}^n \frac{1}{n+k}"), mp.log(2)
    yield to(n, r"\frac{1}{\sqrt n}\sum_{k=1}^n \frac{1}{\sqrt k}"), M(2)
    yield to(n, r"\prod_{k=2}^n (1-\frac{1}{k^2})"), M(1) / 2
    yield to(n, r"n^{1/n}"), M(1)
    yield to(n, r"(n^{1/n}-1)\frac{n}{\log n}"), M(1)
    yield to(n, r"(\sqrt{n+\sqrt n}-\sqrt n)"), M(1) / 2
    yield to(n, r"(\sum_{k=1}^n \frac{1}{\sqrt k}-2\sqrt n)"), mp.zeta(M(1) / 2)
    yield to(n, r"\sum_{k=1}^n \frac{1}{k}"), INF
    yield to(n, r"\sum_{k=2}^n \frac{1}{k\log k}"), INF
    yield to(n, r"\cos n"), None
    yield to(n, r"\sin(n^2)"), None
    yield to(n, r"(-1)^n"), None
    yield to(n, r"(-1)^n(1+\frac{1}{n})"), None
    yield to(inf, r"\sin x"), None
    yield to(inf, r"\sin\log x"), None
    yield to(inf, r"\sin\sqrt{\log x}"), None
    yield to(inf, r"\frac{\cos x}{1+1/x}"), None
    yield to(inf, r"\frac{x\sin x}{x+1}"), None
    yield to(zero, r"\cos\frac{1}{x}"), None
    yield to(zero, r"\frac{1}{1+e^{1/x}}"), None
    yield to(zero, r"\operatorname{sign} x"), None
    yield to(r"x\to 0^+", r"\sin\log x"), None
    yield to(r"x\to 0^+", r"\frac{1+\sin(1/x)}{x}"), None
    yield to(inf, r"x\sin x"), None
    yield to(n, r"n \cos(\pi n)"), None
    yield to(inf, r"(x \bmod 1)"), None
    yield to(inf, r"(\lfloor x\rfloor-x)"), None
    yield to(inf, r"x(x-\lfloor x\rfloor)"), None
    yield to(inf, r"\frac{\lfloor x\rfloor}{x}"), M(1)
    yield to(inf, r"\lfloor x\rfloor"), INF
    yield to(n, r"(n \bmod 1)"), M(0)


def motions():
    line = lambda *parts: "\n".join(parts)
    def one(slope, start, at, begin="0"):
        return line(r"\frac{dx}{dt} = %s, x(%s) = %s" % (slope, begin, start), "x(%s)" % at)
    def two(first, second, start, other, at):
        return line(r"\frac{dx}{dt} = %s, \frac{dy}{dt} = %s, x(0) = %s, y(0) = %s" % (first, second, start, other), "x(%s)" % at)
    yield one("x", "1", "1"), mp.e
    yield one("-x", "1", "30"), mp.exp(-30)
    yield one("-100x", "1", "1"), mp.exp(-100)
    yield one("-1000x", "1", "10"), mp.exp(-10000)
    yield one(r"-1000(x-\cos t)", "1", "2"), (lambda s: (1000000 * mp.cos(2) + 1000 * mp.sin(2)) / 1000001 + (1 - M(1000000) / 1000001) * mp.exp(-2000))(0)
    yield one(r"-10000(x-\cos t)-\sin t", "1", "3"), mp.cos(3)
    yield one(r"-50(x-\sin t)+\cos t", "0", "10"), mp.sin(10)
    yield one(r"20(x-\sin t)+\cos t", "0", "1"), mp.sin(1)
    yield one(r"20(x-\sin t)+\cos t", "0", "3"), mp.sin(3)
    yield one("x^2", "1", "0.5"), M(2)
    yield one("x^2", "1", "0.99"), M(100)
    yield one("x^2", "1", "0.999999"), M(10) ** 6
    yield one("x^2", "1", "1"), None
    yield one("x^2", "1", "1.5"), None
    yield one("x^2", "1", "3"), None
    yield one("1+x^2", "0", "1.5"), mp.tan(M("1.5"))
    yield one("1+x^2", "0", "2"), None
    yield one("1+x^2", "0", "4"), None
    yield one("e^x", "0", "0.9"), -mp.log(M("0.1"))
    yield one("e^x", "0", "1.1"), None
    yield one("-x^3", "1", "10"), 1 / mp.sqrt(21)
    yield one("x^3", "1", "0.6"), None
    yield one(r"-\frac{1}{x}", "1", "0.3"), mp.sqrt(M("0.4"))
    yield one(r"-\frac{1}{x}", "1", "0.6"), None
    yield one(r"\sqrt{x}", "1", "2"), M(4)
    yield one(r"x(1-x)", "0.1", "5"), 1 / (1 + 9 * mp.exp(-5))
    yield one(r"x(1-x)", "0.1", "100"), 1 / (1 + 9 * mp.exp(-100))
    yield one(r"\cos t", "0", "100"), mp.sin(100)
    yield one(r"x\cos t", "1", "50"), mp.exp(mp.sin(50))
    yield one("2tx", "1", "2"), mp.exp(4)
    yield one(r"-2tx", "1", "5"), mp.exp(-25)
    yield one(r"\frac{x}{t}", "1", "3", "1"), M(3)
    yield one(r"|x|", "-1", "2"), -mp.exp(-2)
    yield one(r"\operatorname{sign}(1-t)", "0", "3"), M(-1)
    yield one(r"x + 1000e^{-10^6(t-3.3)^2}", "1", "5"), mp.exp(5) + mp.sqrt(mp.pi) * mp.exp(M("1.7") + M(1) / (4 * 10**6))
    root = mp.sqrt(mp.pi)
    yield one(r"1+e^{-10^6(t-0.37)^2}", "0", "1"), 1 + root / 1000
    yield one(r"1+e^{-10^{10}(t-0.37)^2}", "0", "1"), 1 + root / 10**5
    yield one(r"1+e^{-10^6(x-0.37)^2}", "0", "1"), passed()
    yield one(r"1+\frac{1}{1+10^8(t-0.37)^2}", "0", "1"), 1 + (mp.atan(6300) + mp.atan(3700)) / 10**4
    yield one(r"1+\max(0, 1-10^5|t-0.4321|)", "0", "1"), 1 + M(1) / 10**5
    yield one(r"x\mathbf 1_{t<0.3}", "1", "1"), mp.exp(M("0.3"))
    yield one(r"\sin t-t", "0", "0.01"), 1 - mp.cos(M("0.01")) - M("0.0001") / 2
    yield one(r"\frac{x}{t}", "-1", "1", "-1"), None
    yield one(r"\frac{2x}{t}", "1", "2", "-1"), None
    yield one(r"\frac{1}{t-0.3}", "0", "1"), None
    yield one(r"\frac{1}{(t-0.3)^2}", "0", "1"), None
    yield two("y", "-x", "1", "0", "10"), mp.cos(10)
    yield two("y", "-x", "1", "0", "100"), mp.cos(100)
    yield two("y", "-x", "1", "0", "300"), mp.cos(300)
    yield two("y", "-100x", "1", "0", "20"), mp.cos(200)
    yield two("y", "-1001y-1000x", "1", "-1", "1"), mp.exp(-1)
    yield two("y", r"-\sin x", "0.1", "0", "10"), pendulum(M("0.1"), 10)
    yield two("y", r"-\sin x", "3", "0", "20"), pendulum(M(3), 20)
    yield two("y", "x", "1", "-1", "10"), mp.exp(-10)
    yield two("y", "x", "1", "-1", "30"), mp.exp(-30)
    yield two("y", "-x^3", "1", "0", "5"), mp.odefun(lambda t, v: [v[1], -v[0] ** 3], 0, [1, 0])(5)[0]
    yield two("y", "10(1-x^2)y-x", "2", "0", "1"), mp.odefun(lambda t, v: [v[1], 10 * (1 - v[0] ** 2) * v[1] - v[0]], 0, [2, 0])(1)[0]
    lorenz = r"\frac{dx}{dt} = 10(y-x), \frac{dy}{dt} = x(28-z)-y, \frac{dz}{dt} = xy-\frac{8}{3}z, x(0) = 1, y(0) = 1, z(0) = 1"
    solved = mp.odefun(lambda t, v: [10 * (v[1] - v[0]), v[0] * (28 - v[2]) - v[1], v[0] * v[1] - M(8) / 3 * v[2]], 0, [1, 1, 1])
    for time in (1, 5, 15):
        yield line(lorenz, "x(%d)" % time), solved(time)[0]
    yield line(lorenz, "x(60)"), "uncertain"


def passed():
    """Where x is at time 1 whose slope has a peak of width 1/1000: as much time is saved as a series of roots tells."""
    saved = mp.nsum(lambda k: (-1) ** (k + 1) / mp.sqrt(k), [1, INF]) * mp.sqrt(mp.pi) / 1000
    return 1 + saved


def pendulum(start, time):
    """sin(x/2) = k cd(t, k) for one that starts at rest (Whittaker & Watson, section 22.1)."""
    k = mp.sin(start / 2)
    return 2 * mp.asin(k * mp.ellipfun("cd", time, k=k))


def integrals():
    over = lambda a, b, body, d=r"\,dx": r"\int_{%s}^{%s} %s%s" % (a, b, body, d)
    root = mp.sqrt(mp.pi)
    inf = r"\infty"
    yield over(0, 1, r"(x + e^{-10^8(x-0.3217)^2})"), M(1) / 2 + root / 10**4
    yield over(0, 1, r"(1 + e^{-10^{12}(x-0.3217)^2})"), 1 + root / 10**6
    yield over(-10, 10, r"\frac{1}{1+10^6 (x-\pi/7)^2}"), (mp.atan(1000 * (10 - mp.pi / 7)) + mp.atan(1000 * (10 + mp.pi / 7))) / 1000
    yield over(0, 1, r"(\sin x + \frac{1}{1+10^{10}(x-0.7123)^2})"), 1 - mp.cos(1) + (mp.atan(10**5 * (1 - M("0.7123"))) + mp.atan(10**5 * M("0.7123"))) / 10**5
    yield over(0, 1, r"(x^2 + \tanh(10^6(x-0.123)))"), M(1) / 3 + (mp.log(mp.cosh(10**6 * M("0.877"))) - mp.log(mp.cosh(10**6 * M("0.123")))) / 10**6
    yield over(0, 1000, r"(e^{-x} + e^{-(x-777.7)^2})"), 1 + root
    yield over(0, inf, r"(e^{-x} + e^{-(x-7777.7)^2})"), 1 + root
    yield over("-" + inf, inf, r"(\frac{1}{1+x^2} + e^{-(x-12345.678)^2})"), mp.pi + root
    yield over(0, 1, r"\max(0, 1-10^5|x-0.4321|)"), M(1) / 10**5
    yield over(0, 1, r"(x+\max(0, 1-10^5|x-0.4321|))"), M(1) / 2 + M(1) / 10**5
    yield over(0, 1, r"(1+\sigma(10^7(x-0.2))\sigma(10^7(0.2001-x)))"), "%narrow"
    yield over(0, 1, r"\frac{1}{\sqrt{x}}"), M(2)
    yield over(0, 1, r"x^{-0.9}"), M(10)
    yield over(0, 1, r"\log x"), M(-1)
    yield over(0, 1, r"(\log x)^4"), M(24)
    yield over(0, 1, r"x\log x"), -M(1) / 4
    yield over(0, 1, r"\sqrt{x}"), M(2) / 3
    yield over(0, 1, r"\sqrt{1-x^2}"), mp.pi / 4
    yield over(0, 1, r"\frac{1}{\sqrt{x(1+x)}}"), 2 * mp.asinh(1)
    yield over(0, 1, r"\frac{\log x}{\sqrt x}"), M(-4)
    yield over(0, inf, r"e^{-x^2}"), root / 2
    yield over(0, inf, r"\frac{1}{(1+x)\sqrt x}"), mp.pi
    yield over(0, inf, r"\frac{x^3}{e^x-1}"), mp.pi**4 / 15
    yield over(1, inf, r"\frac{1}{x^2}"), M(1)
    yield over(1, inf, r"x^{-1.5}"), M(2)
    yield over(0, inf, r"e^{-x}\sin x"), M(1) / 2
    yield over(0, inf, r"x^{10}e^{-x}"), mp.factorial(10)
    yield over("-" + inf, inf, r"\frac{1}{\cosh x}"), mp.pi
    yield over("-" + inf, inf, r"e^{-x^2}\cos 10x"), root * mp.exp(-25)
    yield over(0, 10, r"\sin(x^2)"), mp.quad(lambda x: mp.sin(x * x), mp.linspace(0, 10, 101))
    yield over(0, r"2\pi", r"\sin x"), M(0)
    yield over(0, r"2\pi", r"\sin^2(50x)"), mp.pi
    yield over(0, 1, r"\cos(200x)"), mp.sin(200) / 200
    yield over(0, 3, r"\lfloor x\rfloor"), M(3)
    yield over(-1, 2, r"|x|"), M(5) / 2
    yield over(-1, 1, r"\operatorname{sign}(x-0.1)"), M("-0.2")
    yield over(0, 1, r"|\sin(10x)|"), mp.quad(lambda x: abs(mp.sin(10 * x)), [0, mp.pi / 10, mp.pi / 5, 3 * mp.pi / 10, 1])
    yield over(0, 1, r"\sqrt{|x-0.3|}"), (M("0.3") ** M("1.5") + M("0.7") ** M("1.5")) * 2 / 3
    yield over(0, 1, r"\frac{1}{\sqrt{|x-0.3|}}"), 2 * (mp.sqrt(M("0.3")) + mp.sqrt(M("0.7")))
    yield over(0, 1, r"\frac{\sin x}{x}"), mp.si(1)
    yield over(0, 1, r"\frac{1}{x}"), None
    yield over(0, 1, r"\frac{1}{x^{1.01}}"), None
    yield over(0, 1, r"\frac{1}{1-x}"), None
    yield over(-1, 1, r"\frac{1}{x}"), None
    yield over(-1, 2, r"\frac{1}{x}"), None
    yield over(0, 1, r"\frac{1}{x-0.3}"), None
    yield over(-1, 1, r"\frac{1}{x^2}"), None
    yield over(0, 1, r"\frac{1}{(x-0.3)^2}"), None
    yield over(0, 2, r"\tan x"), None
    yield over(1, inf, r"\frac{1}{x}"), None
    yield over(0, inf, r"\frac{1}{1+x}"), None
    yield over("2", inf, r"\frac{1}{x\log x}"), None
    yield over(0, inf, r"\sin x"), None
    yield over(0, inf, r"\cos(x^2)e^{x}"), None
    yield over("-" + inf, inf, r"x"), None
    yield over("-" + inf, inf, r"\frac{x}{1+x^2}"), None
    yield over(0, inf, r"\frac{\sin x}{\sqrt{x}}"), "uncertain"
    yield over(0, 1, over(0, 1, r"(xy + e^{-10^6((x-0.31)^2+(y-0.77)^2)})", r"\,dy")), M(1) / 4 + mp.pi / 10**6
    yield over(0, 1, over(0, 1, r"\frac{1}{1+10^4(x-y)^2}", r"\,dy")), 2 * (mp.atan(100) / 100 - mp.log(10001) / 2 / 10**4)
    yield over(0, 1, over(0, "x", r"\frac{1}{1+x+y}", r"\,dy")), mp.quad(lambda x: mp.log((1 + 2 * x) / (1 + x)), [0, 1])
    yield over(0, 1, over(0, 1, r"|x-y|", r"\,dy")), M(1) / 3
    under = r"\mathbb E_{x\sim\mathcal N(0,1)}[%s]"
    yield under % r"(1+e^{-10^8(x-0.3217)^2})", 1 + root / 10**4 * mp.npdf(M("0.3217"))
    yield under % r"e^{x}", mp.exp(M(1) / 2)
    yield under % r"|x|", mp.sqrt(2 / mp.pi)
    yield under % r"\sigma(3x)", M(1) / 2
    yield under % r"\log(1+e^{5x})", mp.quad(lambda x: mp.log1p(mp.exp(5 * x)) * mp.npdf(x), mp.linspace(-20, 20, 81))
    yield under % r"e^{x^2}", None
    yield r"\mathbb E_{x\sim\operatorname{Uniform}(0,1)}[x + e^{-10^8(x-0.3217)^2}]", M(1) / 2 + root / 10**4


def sequences():
    line = lambda step, start, at: "x_{n+1} = %s\nx_0 = %s\nx_{%d}" % (step, start, at)
    def follow(step, start, at):
        with mp.workdps(1500):
            x = mp.mpf(start)
            for k in range(at):
                x = step(x, k)
            return +x
    logistic = lambda r: lambda x, k: M(r) * x * (1 - x)
    for at in (5, 20, 40):
        yield line("4x_n(1-x_n)", "0.3", at), follow(logistic(4), "0.3", at)
    for at in (100, 500, 1000):
        yield line("4x_n(1-x_n)", "0.3", at), "uncertain"
    yield line("3.9x_n(1-x_n)", "0.5", 200), "uncertain"
    yield line("3.2x_n(1-x_n)", "0.3", 200), follow(lambda x, k: M("3.2") * x * (1 - x), "0.3", 200)
    yield line("2.5x_n(1-x_n)", "0.3", 1000), M("0.6")
    yield line(r"\frac{x_n+2/x_n}{2}", "1", 20), mp.sqrt(2)
    yield line(r"\cos x_n", "1", 200), mp.findroot(lambda x: mp.cos(x) - x, M("0.74"))
    yield line(r"\sqrt{2+x_n}", "0", 30), follow(lambda x, k: mp.sqrt(2 + x), 0, 30)
    yield line(r"\sin x_n", "1", 1000), follow(lambda x, k: mp.sin(x), 1, 1000)
    yield line("(2x_n \\bmod 1)", "0.1", 30), M("0.4")
    yield line("(2x_n \\bmod 1)", r"\frac{1}{3}", 100), M(1) / 3
    yield line(r"x_n + \frac{1}{x_n}", "1", 500), follow(lambda x, k: x + 1 / x, 1, 500)
    yield line("111-\\frac{1130}{x_n}+\\frac{3000}{x_n^2}", "5.5", 10), "%any"
    yield line("1.01x_n", "1", 1000), M("1.01") ** 1000
    yield line("x_n^2 - 2", "2.5", 6), follow(lambda x, k: x * x - 2, "2.5", 6)
    yield line("x_n^2 - 1.9", "0.1", 300), "uncertain"
    yield line("e^{-x_n}", "0", 100), mp.lambertw(1)
    yield line(r"10x_n - 9", "1", 300), M(1)
    yield line(r"10x_n - \frac{9}{7}", r"\frac{1}{7}", 40), "%seventh"
    yield line("3x_n - 0.2", "0.1", 60), M("0.1")
    yield line("0.5x_n + 1", "0", 2000), M(2)


def extrema():
    def some(kind, body, where=r"x\in[0,1]"):
        return r"\operatorname{%s}_{%s} (%s)" % (kind, where, body) if kind.startswith("arg") else r"\%s_{%s} (%s)" % (kind, where, body)
    saw = r"x \bmod 1"
    yield some("max", saw), None
    yield some("sup", saw), M(1)
    yield some("min", saw), M(0)
    yield some("argmax", saw), None
    yield some("max", r"x \bmod 0.3"), None
    yield some("sup", r"x \bmod 0.3"), M("0.3")
    yield some("inf", r"-(x \bmod 0.3)"), -M("0.3")
    yield some("max", r"x-\lfloor x\rfloor", r"x\in[0,2]"), None
    yield some("sup", r"x-\lfloor x\rfloor", r"x\in[0,2]"), M(1)
    yield some("max", r"\lfloor x\rfloor", r"x\in[0,2.5]"), M(2)
    yield some("max", r"\lceil x\rceil - x", r"x\in[0,2]"), None
    yield some("sup", r"\lceil x\rceil - x", r"x\in[0,2]"), M(1)
    yield some("max", r"x\mathbf 1_{x<0.5}"), None
    yield some("sup", r"x\mathbf 1_{x<0.5}"), M(1) / 2
    yield some("max", r"x\mathbf 1_{x\le 0.5}"), M(1) / 2
    yield some("max", r"\begin{cases} x & x<0.3 \\ 0 & x\ge 0.3\end{cases}"), None
    yield some("sup", r"\begin{cases} x & x<0.3 \\ 0 & x\ge 0.3\end{cases}"), M("0.3")
    yield some("max", r"\begin{cases} x & x\le 0.3 \\ 0 & x> 0.3\end{cases}"), M("0.3")
    yield some("max", r"\begin{cases} 1-x & x>0.3 \\ 0 & x\le 0.3\end{cases}"), None
    yield some("min", r"\begin{cases} 1-x & x<0.7 \\ 1 & x\ge 0.7\end{cases}"), None
    yield some("inf", r"\begin{cases} 1-x & x<0.7 \\ 1 & x\ge 0.7\end{cases}"), M("0.3")
    yield some("argmax", r"\begin{cases} x & x<0.3 \\ 0 & x\ge 0.3\end{cases}"), None
    yield some("argmax", r"\begin{cases} x & x\le 0.3 \\ 0 & x> 0.3\end{cases}"), M("0.3")
    yield some("max", r"-x\operatorname{sign}(x-0.4)"), None
    yield some("sup", r"-x\operatorname{sign}(x-0.4)"), M("0.4")
    yield some("max", r"\operatorname{sign}(x-0.4)"), M(1)
    yield some("max", r"\frac{x}{1+x^2}\mathbf 1_{x<0.9}", r"x\in[0,3]"), None
    yield some("max", r"e^{-10^8(x-0.3217)^2}"), M(1)
    yield some("max", r"x(1-x) + e^{-10^8(x-0.9217)^2}"), "%peak"
    level = r"\frac{x}{1+x^2}"
    yield some("max", level + r"\mathbf 1_{x<1}", r"x\in[0,2]"), None
    yield some("argmax", level + r"\mathbf 1_{x<1}", r"x\in[0,2]"), None
    yield some("max", level + r"\mathbf 1_{x>1}", r"x\in[0,2]"), None
    yield some("min", r"(x-1)^4\mathbf 1_{x<1}+\mathbf 1_{x\ge 1}", r"x\in[0,2]"), None
    yield some("sup", level + r"\mathbf 1_{x<1}", r"x\in[0,2]"), M(1) / 2
    yield some("max", level + r"\mathbf 1_{x\le 1}", r"x\in[0,2]"), M(1) / 2
    yield some("max", level + r"\mathbf 1_{x<1.01}", r"x\in[0,2]"), M(1) / 2
    yield some("max", r"\mathbf 1_{x<1}", r"x\in[0,2]"), M(1)
    yield some("argmax", r"x(1-x)"), M(1) / 2
    yield some("argmax", r"x e^{-3x}"), M(1) / 3
    yield some("argmax", r"\sin(5x)"), mp.pi / 10
    yield some("argmin", r"(x-0.123)^4"), M("0.123")
    yield some("argmin", r"(x-0.123)^8"), M("0.123")
    yield some("argmin", r"|x-0.7|"), M("0.7")
    yield some("argmin", r"x\log x"), mp.exp(-1)
    yield some("argmin", r"\cosh(x-0.25)"), M("0.25")
    yield some("argmax", r"-(x-0.3)^2 + 1000000"), M("0.3")
    yield some("argmax", r"x^{0.3}(1-x)^{0.7}"), M("0.3")
    yield some("argmax", r"\log x + 2\log(1-x)", r"x\in(0,1)"), M(1) / 3
    yield some("argmax", r"\frac{1}{1+10^6(x-0.4567)^2}"), M("0.4567")
    yield some("argmin", r"x + \frac{1}{x}", r"x>0"), M(1)
    yield some("argmin", r"e^x-3x", r"x\in\mathbb{R}"), mp.log(3)
    yield some("argmax", r"e^{-(x-12.5)^2}", r"x\in\mathbb{R}"), M("12.5")
    yield some("argmin", r"x^4-x", r"x\in\mathbb{R}"), mp.cbrt(M(1) / 4)
    yield some("argmax", r"\sqrt{x}(1-x)"), M(1) / 3
    yield some("argmin", r"x^2-2x\cos x", r"x\in[0,2]"), mp.findroot(lambda x: 2 * x - 2 * mp.cos(x) + 2 * x * mp.sin(x), M("0.6"))
    yield some("argmax", r"x\sin x", r"x\in[0,3]"), mp.findroot(lambda x: mp.sin(x) + x * mp.cos(x), 2)
    yield some("argmax", r"\tanh x-\frac{x}{2}", r"x\in[0,5]"), mp.atanh(mp.sqrt(M(1) / 2))
    yield some("argmin", r"(x-0.2)^2+|x-0.6|"), M("0.6")
    yield some("argmax", r"\min(x, 1-x)"), M(1) / 2
    yield some("argmax", r"x^2"), M(1)


def determinants():
    random.seed(4)
    some = lambda size: [[str(random.randint(-9, 9)) for _ in range(size)] for _ in range(size)]
    inverse = lambda size: [[r"\frac{1}{%d}" % (row + column + 1) for column in range(size)] for row in range(size)]
    sines = lambda size: [[r"\sin(%d)" % (row**2 + 3 * row * column) for column in range(size)] for row in range(size)]
    plane = lambda size: [[r"\sin(%d)" % (row * size + column**2) for column in range(size)] for row in range(size)]

    def near(size, apart):
        rows = some(size)
        rows[-1] = [str(int(first) + int(second)) + apart for first, second in zip(*rows[:2])]
        return rows

    many = [some(8), some(20), some(40), some(60), inverse(8), inverse(12), inverse(16), inverse(24)]
    many += [sines(8), sines(16), sines(30), near(8, ""), near(16, ""), near(30, ""), near(8, ".000000000001"), near(30, ".0000001")]
    for rows in many + [plane(10), plane(40)]:
        lines = r"\det\begin{pmatrix}%s\end{pmatrix}" % r"\\".join("&".join(row) for row in rows)
        with mp.workdps(1500):
            found = mp.det(mp.matrix([[entry(each) for each in row] for row in rows]))
            yield lines, found if abs(found) > M(10) ** -1000 else M(0)


def entry(tex):
    if tex.startswith(r"\sin"):
        return mp.sin(int(tex[5:-1]))
    return 1 / M(int(tex[9:-1])) if tex.startswith(r"\frac") else M(tex)


def known(kind, lines, value):
    """What is spelled out above by name."""
    if value == "%narrow":
        wide = mp.quad(lambda x: 1 / (1 + mp.exp(-x)) / (1 + mp.exp(x - 1000)), [-60, 0, 60, 940, 1000, 1060])
        return 1 + wide / 10**7
    if value == "%peak":
        top = M("0.9217")
        place = mp.findroot(lambda x: 1 - 2 * x - 2 * 10**8 * (x - top) * mp.exp(-(10**8) * (x - top) ** 2), (top - M(10) ** -6, top + M(10) ** -6), solver="anderson")
        return place * (1 - place) + mp.exp(-(10**8) * (place - top) ** 2)
    if value == "%seventh":
        return M(1) / 7
    return value


def main():
    kinds = {"limits": limits, "integrals": integrals, "extrema": extrema, "sequences": sequences, "motions": motions, "determinants": determinants}
    answers = {}
    for kind, cases in kinds.items():
        answers[kind] = []
        for lines, value in cases():
            value = known(kind, lines, value)
            if value == "%any":
                continue
            answers[kind].append([lines, value if value == "uncertain" else digits(value)])
    target = Path(__file__).parent.parent / "test/evaluate/data/hardAnswers.json"
    target.write_text(json.dumps(answers, indent=2) + "\n")


main()
