"""The null model: an answer is written token by token, as the other answers of this exercise are, and as the assignment itself is.

How surprising a token is, is its probability after the few tokens before it, in bits. It is counted in the class without the two
answers that are compared, and in the assignment's own programs; where these tokens were never seen in turn, fewer of them count (the
smoothing of Witten and Bell, The zero-frequency problem, IEEE Transactions on Information Theory 37, 1991). So where all write the
same, nothing is surprising, however equal two answers are; and what one other answer has in ten is worth little more than three bits.
What an answer has written above is not surprising below: a habit counts once, however often it is seen.
"""

from __future__ import annotations

import functools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from autograder.grading.similar.token_rows import TokenRow

ORDER = 3  # tokens before a token
BEGIN = ""
HABIT = 4  # answers that what was written above counts for
MOST_ASIDE = 4  # programs that are left out: of two students, an answer and a page
FEWEST_TOKENS = 500  # different ones that there might have been: a class that agrees has few, and a language has more

Context = tuple[str, ...]
Following = dict[Context, Counter[str]]  # what comes after a context, and how often


class ClassHabits:
    """What students write anywhere on their pages, whatever the exercise: each of them counts once.

    Args:
        pages: student -> the rows of all of that student's answers.
    """

    def __init__(self, pages: Mapping[str, Iterable[TokenRow]]) -> None:
        self.of_student = {student: successors(rows) for student, rows in pages.items()}
        self.after: Following = defaultdict(Counter)
        for found in self.of_student.values():
            add(self.after, found)


NO_HABITS = ClassHabits({})


class UsualCode:
    """What is usual in one exercise.

    Args:
        known: what comes after what in the assignment's own programs, with the number of answers that each counts for.
        answers: those of the class, as rows.
        habits: of the class; students: whose answers these are.
    """

    def __init__(
        self, known: Iterable[tuple[Following, int]], answers: Sequence[Iterable[TokenRow]], habits: ClassHabits = NO_HABITS, students: Sequence[str] = ()
    ) -> None:
        self.after: Following = defaultdict(Counter)
        self.read = [_read(rows) for rows in answers]
        self.of_answer = [successors(rows) for rows in answers]
        self.aside = [(found, habits.of_student[student]) for found, student in zip(self.of_answer, students, strict=True)] if students else [(found,) for found in self.of_answer]
        for found in self.of_answer:
            add(self.after, found)
        known = (*known, (habits.after, 1))
        for following, weight in known:
            for context, counts in self.after.items():  # no other context is ever asked for
                for token, times in following.get(context, {}).items():
                    counts[token] += weight * times
        self.totals = {context: sum(counts.values()) for context, counts in self.after.items()}
        self.different = max(FEWEST_TOKENS, len(self.after.get((), ())))
        self.rare = functools.cache(self._rare)

    def bits(self, number: int, wanted: Sequence[Sequence[bool]], other: int) -> list[list[float]]:
        """How surprising the tokens of an answer are, if the assignment and all answers except two are known.

        Args:
            number: of the answer; other: of the second one that is left out.
            wanted: of which tokens of each row; the others get 0.
        """
        left = _LeftOut(self, (*self.aside[number], *self.aside[other]))
        return [
            [self._bits(token, left) if mark else 0.0 for token, mark in zip(row, marks, strict=True)] if any(marks) else [0.0] * len(marks)
            for row, marks in zip(self.read[number], wanted, strict=True)
        ]

    def _bits(self, token: _WeighedToken, left: _LeftOut) -> float:
        share = 1 / (self.different + 1)
        for context, (times_above, total_above, kinds_above) in zip(token.contexts, token.above, strict=True):
            having, gone, less = left[context]
            total = self.totals[context] - less + HABIT * total_above
            if total <= 0:
                break
            counts = self.after[context]  # the answer itself is counted, so it is there
            kinds = len(counts) - gone + kinds_above
            times = counts[token.text] - sum(token.text in one for one in having) + HABIT * times_above
            share = (times + kinds * share) / (total + kinds)
        return -math.log2(share)

    def _rare(self, context: Context) -> frozenset[str]:
        """The tokens after a context that might be gone if two answers are left out."""
        return frozenset(token for token, times in self.after[context].items() if times <= MOST_ASIDE)


class _LeftOut(dict[Context, tuple[list[set[str]], int, int]]):
    """What is missing after a context where some programs are left out: what they have there, how many tokens are then gone, and how many times less there are.

    Args:
        programs: that are left out.
    """

    def __init__(self, usual: UsualCode, programs: tuple[dict[Context, set[str]], ...]) -> None:
        super().__init__()
        self.usual = usual
        self.programs = programs

    def __missing__(self, context: Context) -> tuple[list[set[str]], int, int]:
        counts, rare = self.usual.after[context], self.usual.rare(context)
        having = [of[context] for of in self.programs if context in of]
        maybe = set().union(*(rare & tokens for tokens in having))
        gone = sum(counts[one] == sum(one in tokens for tokens in having) for one in maybe)
        found = self[context] = having, gone, sum(map(len, having))
        return found


class _WeighedToken(NamedTuple):
    """A token where it is.

    Attributes:
        contexts: the tokens before it, none at first, then one, and so on.
        above: for each context, how often it was followed by this token in the rows above, by any, and by how many different ones.
    """

    text: str
    contexts: tuple[Context, ...]
    above: tuple[tuple[int, int, int], ...]


def _read(rows: Iterable[TokenRow]) -> list[list[_WeighedToken]]:
    """The tokens of an answer in the order of its text."""
    seen: Following = defaultdict(Counter)
    found = []
    for row in rows:
        read = []
        for context, text in _in_turn(row):
            contexts = tuple(context[len(context) - length :] for length in range(len(context) + 1))
            above = tuple((there[text], there.total(), len(there)) if (there := seen.get(one)) else (0, 0, 0) for one in contexts)
            read.append(_WeighedToken(text, contexts, above))
        found.append(read)
        for token in read:
            for one in token.contexts:
                seen[one][token.text] += 1
    return found


def _in_turn(row: TokenRow) -> list[tuple[Context, str]]:
    tokens = (BEGIN, *row.tokens)
    return [(tokens[max(0, place - ORDER) : place], tokens[place]) for place in range(1, len(tokens))]


def successors(rows: Iterable[TokenRow]) -> dict[Context, set[str]]:
    """For each few tokens in turn the tokens that come next, each once: a program that repeats itself says it once."""
    found: dict[Context, set[str]] = defaultdict(set)
    for row in rows:
        for context, token in _in_turn(row):
            for length in range(len(context) + 1):
                found[context[len(context) - length :]].add(token)
    return dict(found)


def add(following: Following, found: dict[Context, set[str]]) -> None:
    """Counts a program's ``successors`` in."""
    for context, tokens in found.items():
        following[context].update(tokens)
