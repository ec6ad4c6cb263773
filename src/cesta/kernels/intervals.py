"""How sure a number is: 95 % intervals for shares, differences of shares, quantiles and means."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Z = 1.959964
"""The normal quantile of 97.5 %, to the digits that the answers promise."""


def wilson(k: float, n: float, z: float = Z) -> tuple[float, float]:
    """Wilson's interval of the share k / n; nothing seen says nothing: (0, 1).

    >>> low, high = wilson(2, 3)
    >>> round(low * 3, 3), round(high * 3, 3)
    (0.623, 2.816)
    """
    if n <= 0:
        return 0.0, 1.0
    share = min(max(k / n, 0.0), 1.0)
    squared = z * z
    middle = (share + squared / (2 * n)) / (1 + squared / n)
    half = z / (1 + squared / n) * math.sqrt(share * (1 - share) / n + squared / (4 * n * n))
    return (0.0 if k <= 0 else max(0.0, middle - half)), (1.0 if k >= n else min(1.0, middle + half))


def newcombe(k1: float, n1: float, k2: float, n2: float, z: float = Z) -> tuple[float, float]:
    """Newcombe's interval (his method 10) of the difference k1 / n1 − k2 / n2.

    >>> tuple(round(edge, 4) for edge in newcombe(56, 70, 48, 80))
    (0.0524, 0.3339)
    """
    if n1 <= 0 or n2 <= 0:
        return -1.0, 1.0
    share1, share2 = k1 / n1, k2 / n2
    low1, high1 = wilson(k1, n1, z)
    low2, high2 = wilson(k2, n2, z)
    difference = share1 - share2
    down = math.hypot(share1 - low1, high2 - share2)
    up = math.hypot(high1 - share1, share2 - low2)
    return difference - down, difference + up


def quantile_interval(values: NDArray[np.float64], q: float = 0.5) -> tuple[float, float]:
    """The two measured values that hold the q-quantile between them, by order statistics.

    With few values no pair of ranks reaches 95 %; then the whole range is given.

    >>> quantile_interval(np.arange(1.0, 11.0))
    (2.0, 9.0)
    """
    n = len(values)
    if n == 0:
        return 0.0, 0.0
    low, high = _ranks(n, q)
    parts = np.partition(values, sorted({low, high}))
    return float(parts[low]), float(parts[high])


def _ranks(n: int, q: float) -> tuple[int, int]:
    """Places (from 0) of the two order statistics."""
    if n > 1000:
        middle, half = n * q, Z * math.sqrt(n * q * (1 - q))
        return max(0, math.floor(middle - half)), min(n - 1, math.ceil(middle + half))
    chances = [math.comb(n, k) * q**k * (1 - q) ** (n - k) for k in range(n + 1)]
    low, below = 0, chances[0]
    while low + 1 < n and below + chances[low + 1] <= 0.025:
        low += 1
        below += chances[low]
    high, above = n - 1, chances[n]
    while high > 0 and above + chances[high] <= 0.025:
        above += chances[high]
        high -= 1
    return low, max(low, high)


def student_mean(values: NDArray[np.float64]) -> tuple[float, float]:
    """Student's interval of the mean; one value alone says nothing about its spread and is given as it is.

    >>> low, high = student_mean(np.array([1.0, 2.0, 3.0]))
    >>> round(low, 4), round(high, 4)
    (-0.4841, 4.4841)
    """
    n = len(values)
    if n == 0:
        return 0.0, 0.0
    mean = float(values.mean())
    if n == 1:
        return mean, mean
    half = student_quantile(n - 1) * float(values.std(ddof=1)) / math.sqrt(n)
    return mean - half, mean + half


def student_quantile(freedom: int, chance: float = 0.975) -> float:
    """The quantile of Student's distribution.

    >>> round(student_quantile(2), 4), round(student_quantile(10), 4)
    (4.3027, 2.2281)
    """
    low, high = 0.0, 1000.0
    for _ in range(100):
        middle = (low + high) / 2
        if student_below(middle, freedom) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def student_below(t: float, freedom: int) -> float:
    """The chance that Student's t is below `t` (which is 0 or more)."""
    return 1 - 0.5 * incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, by Lentz's continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x),
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    tiny = 1e-300
    c, d = 1.0, 1 / max(1 - (a + b) * x / (a + 1), tiny)
    result = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 + term * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + term / c
            c = c if abs(c) > tiny else tiny
            result *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return result
