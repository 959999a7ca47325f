"""How much a pair of answers has to share to be listed."""

from __future__ import annotations

import math
from collections.abc import Sequence

MARGIN = 10.0  # bits beyond what the number of pairs makes likely: once in a thousand such classes
OF_ONE_LINE = 12.0  # bits beyond that, in a function of one line, as one more row at most: who has the same idea has the same program
ODDS = 20  # one class in so many has a pair beyond the tail of its own pairs
UPPER, LOWER = 0.9, 0.7  # shares of the sample between which its tail is measured


def threshold(pairs: int, sample: Sequence[float], is_one_line: bool = False) -> float:
    """What a pair has to share, in bits, to be listed.

    Two things are asked for: that the null model gives it once in 2**MARGIN classes at most; and that it is beyond the largest that
    so many pairs would have if the tail of their distribution went on as it begins (exponentially).

    Args:
        pairs: in the exercise. sample: what some of them share.
        is_one_line: the answer is a single statement; that independent answers are the same is then less rare than the model says
            (measured by ``tests/quality/similar.py``).

    Example:
        >>> threshold(1024, [0.0, 0.0, 0.0])
        20.0
    """
    least = math.log2(max(1, pairs)) + MARGIN
    if sample:
        ordered = sorted(sample)
        upper, lower = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (UPPER, LOWER))
        scale = (upper - lower) / math.log((1 - LOWER) / (1 - UPPER))
        least = max(least, upper + scale * math.log(max(1.0, (1 - UPPER) * pairs)) + scale * math.log(ODDS))
    return least + OF_ONE_LINE * is_one_line
