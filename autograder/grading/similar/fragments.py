"""Short pieces of programs, and an index in which answers with a rare piece in common find each other.

A piece is a few tokens of one row in turn; a row that is shorter is a piece as a whole. Of all pieces the index keeps a few, chosen
by winnowing (Schleimer, Wilkerson and Aiken, Winnowing: local algorithms for document fingerprinting, SIGMOD 2003), as MOSS and
Dolos do: two answers that share ``LENGTH + WINDOW - 1`` tokens in a row of tokens share a piece that is kept.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from autograder.grading.similar.token_rows import TokenRow

LENGTH = 5  # tokens of a piece
WINDOW = 3  # pieces in turn, of which one is kept
MOST_IN_COMMON = 5_000_000  # pairs that are counted: a class of a thousand has half as many for each exercise

Fragment = tuple[str, ...]


def fragments_of(row: TokenRow) -> list[Fragment]:
    """The pieces of a row, by the place where each begins.

    Example:
        >>> fragments_of(TokenRow(("Return", "Mult", "2", "·"), (None,) * 4))
        [('Return', 'Mult', '2', '·', '')]
    """
    tokens = row.tokens
    if len(tokens) <= LENGTH:
        return [(*tokens, "")]
    return [tokens[place : place + LENGTH] for place in range(len(tokens) - LENGTH + 1)]


def winnowed(row: TokenRow) -> set[Fragment]:
    """The pieces of a row that are kept: of each window the one with the smallest hash, the last one of several."""
    found = fragments_of(row)
    hashes = [_hash(one) for one in found]
    kept = set()
    for begin in range(max(1, len(found) - WINDOW + 1)):
        window = range(begin, min(begin + WINDOW, len(found)))
        kept.add(found[min(window, key=lambda place: (hashes[place], -place))])
    return kept


def common_pieces(programs: Sequence[Iterable[TokenRow]], known: Collection[Fragment], most: int) -> Counter[tuple[int, int]]:
    """How many kept pieces two programs have in common, for each pair that has any.

    Args:
        known: pieces that do not count. most: a piece that more programs have does not count either.
    """
    having: dict[Fragment, list[int]] = {}
    for number, rows in enumerate(programs):
        for one in {piece for row in rows for piece in winnowed(row)}:
            if one not in known:
                having.setdefault(one, []).append(number)
    found: Counter[tuple[int, int]] = Counter()
    rare = sorted((numbers for numbers in having.values() if 1 < len(numbers) <= most), key=len)
    counted = 0
    for numbers in rare:  # the rarest first: they say most
        counted += len(numbers) * (len(numbers) - 1) // 2
        if counted > MOST_IN_COMMON:
            break
        found.update(itertools.combinations(numbers, 2))
    return found


def _hash(fragment: Fragment) -> bytes:
    return hashlib.blake2b("\0".join(fragment).encode("utf-8", "backslashreplace"), digest_size=8).digest()
