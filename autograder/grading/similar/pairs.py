"""Pairs of answers that share more than the answers to their exercise do by chance.

What two answers share is added up in bits: parts of their programs, as surprising as the null model (``usual_code``) finds them; rare
choices that both made elsewhere; and the same wrong behaviour, as rare as it is in the class. Parts count in full if they are all
that is the authors' own, and less if the rest of the programs is as surprising and is not shared: two people who found the same
trick have a trick in common, and not an answer. For the same reason a single statement counts up to a limit, the parts count less the
less of the shorter program is in the other one, and statements that others have together, too, were one choice. A pair is listed if
that is more than chance gives (``threshold``): more than the number of pairs in the exercise makes likely, and more than the exercise's
own pairs spread.
"""

from __future__ import annotations

import functools
import itertools
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from autograder.core.languages import message, plural
from autograder.grading.similar.class_answers import ClassAnswer, ClassRead
from autograder.grading.similar.fragments import LENGTH, Fragment, common_pieces, fragments_of
from autograder.grading.similar.known_code import KnownCode
from autograder.grading.similar.threshold import threshold
from autograder.grading.similar.token_rows import OWN, Span, TokenRow
from autograder.grading.similar.token_words import in_words
from autograder.grading.similar.usual_code import ClassHabits, UsualCode

MOST_OF_A_ROW = 12.0  # bits: a statement is one decision, and two people may have it from the same place, however unusual it is
SURPRISE = 2.0  # bits of a token that counts as one
FEWEST_SURPRISES = 6  # that two programs share: fewer are chance, as in one line, however unusual each of them is
FEWEST_ANSWERS = 8  # of an exercise: fewer do not show what is usual
COMMON = 0.1  # what more of the class have is common
FEWEST_COMMON = 4  # and what fewer have is not
MOST_COMPARED = 4000  # pairs of one exercise that are looked at closely
SAMPLE = 1500  # pairs that show the spread
MOST_CHOICES = 3  # that count: several are often one
DOUBT = 0.5  # of an answer that has what two have: it is not seen, and not impossible
OF_A_KNOWN_MISTAKE = 2.0  # the same, of behaviour that the assignment knows: many classes have made it
MOST_SHOWN = 3
BITS_OF_WEIGHTS = 64.0  # of a fingerprint: 16 hexadecimal digits
LEAST_CODE = 5.0  # bits: a shared part with less says nothing
LEAST_MARKED = 1.0  # bits of a shared part: what is less is shared by nearly all


@dataclass(frozen=True)
class SimilarPair:
    """Two answers that share more than others of their exercise do.

    Attributes:
        one, other: the students. exercise: empty where it is about the whole page.
        bits: what they share. needed: what a pair needs in this exercise to be listed.
        reasons: why, in sentences.
        marked, other_marked: the shared parts of each.
    """

    one: str
    other: str
    exercise: str
    bits: float
    needed: float
    reasons: tuple[str, ...]
    marked: tuple[Span, ...] = field(default=(), repr=False)
    other_marked: tuple[Span, ...] = field(default=(), repr=False)

    @property
    def beyond(self) -> float:
        return self.bits - self.needed


@dataclass(frozen=True)
class Shared:
    """What a pair shares, in bits, and where.

    Attributes:
        code: of the parts. whole: share of these in all that is surprising in the two programs, from 0 to 1.
        alike: share of the shorter program that is in the other one, surprising or not.
        covered: for each answer and each token of each row, whether it is in a shared part; bits_of: how surprising it then is, else 0.
    """

    code: float
    whole: float
    alike: float
    choices: tuple[tuple[str, float], ...]
    behaviour: float
    covered: tuple[list[list[bool]], list[list[bool]]]
    bits_of: tuple[list[list[float]], list[list[float]]]

    @property
    def bits(self) -> float:
        return self.code * self.whole * self.alike**2 + sum(bits for _token, bits in self.choices) + self.behaviour


class ExerciseAnswers:
    """The answers to one exercise, ready to be compared."""

    def __init__(self, answers: Sequence[ClassAnswer], known: KnownCode, habits: ClassHabits) -> None:
        self.answers = answers
        self.known = known
        self.usual = UsualCode(known.following, [one.rows for one in answers], habits, [one.student for one in answers])
        self.in_order = [[fragments_of(row) for row in one.rows] for one in answers]
        self.pieces = [{piece for pieces in rows for piece in pieces} for rows in self.in_order]
        self.answers_with = defaultdict[Fragment, set[int]](set)
        for number, pieces in enumerate(self.pieces):
            for piece in pieces:
                self.answers_with[piece].add(number)
        self.fragments = [pieces - known.fragments for pieces in self.pieces]
        self.tokens = [{token for row in one.rows for token in row.tokens} - known.tokens - {OWN} for one in answers]
        self.having = Counter(token for tokens in self.tokens for token in tokens)
        self.behaving = Counter(one.behaviour for one in answers)
        self.common = max(FEWEST_COMMON, COMMON * len(answers))
        self.shared = functools.cache(self._shared)

    def _shared(self, one: int, other: int) -> Shared:
        """What two answers share, by their numbers."""
        sides = [self.answers[number].rows for number in (one, other)]
        pieces = self.fragments[one] & self.fragments[other]
        covered = self._covered(one, pieces), self._covered(other, pieces)
        bits_of = self.usual.bits(one, covered[0], other), self.usual.bits(other, covered[1], one)
        surprising = [sum(bits >= SURPRISE for row in side for bits in row) for side in bits_of]
        is_enough = min(surprising) >= FEWEST_SURPRISES
        everything = min(sum(map(sum, side)) for side in bits_of)
        aside = self._having_most(pieces) if is_enough else set()
        code = min(self._together(number, pieces, bits, aside) for number, bits in zip((one, other), bits_of, strict=True)) if is_enough else 0.0
        seen = {token for row, marks in zip(sides[0], covered[0], strict=True) for token, mark in zip(row.tokens, marks, strict=True) if mark}
        choices = self._choices(sides[0], (self.tokens[one] & self.tokens[other]) - seen)
        whole, alike = (self._whole(everything, one, other), self._alike(one, other)) if code >= LEAST_CODE else (0.0, 0.0)
        return Shared(code, whole, alike, choices, self._behaviour(one, other), covered, bits_of)

    def _having_most(self, pieces: set[Fragment]) -> set[int]:
        """The answers that have more than half of these pieces: they may have them from the same place."""
        times = Counter(answer for piece in pieces for answer in self.answers_with[piece])
        return {answer for answer, count in times.items() if 2 * count > len(pieces)}

    def _together(self, number: int, pieces: set[Fragment], bits_of: list[list[float]], aside: set[int]) -> float:
        """How surprising the shared parts of an answer are: each row up to a limit, and no more than it is to those who have a row above.

        How many others have both of two rows is counted. As long as few have the row above, the rows are taken for independent.

        Args:
            pieces: that are shared. bits_of: how surprising each token of each row is. aside: answers that are not counted.
        """
        code, above = 0.0, list[set[int]]()
        for there, costs in zip(self.in_order[number], bits_of, strict=True):
            bits = min(sum(costs), MOST_OF_A_ROW)
            if bits:
                having = set.intersection(*(self.answers_with[piece] for piece in there if piece in pieces)) - aside
                code += min([bits, *(-math.log2((len(having & others) + 2**-bits) / (len(others) + 1)) for others in above)])
                above.append(having)
        return code

    def _covered(self, number: int, pieces: set[Fragment]) -> list[list[bool]]:
        """Which tokens of each row of an answer are in one of these pieces."""
        return [_covered(len(row.tokens), there, pieces) for row, there in zip(self.answers[number].rows, self.in_order[number], strict=True)]

    def _alike(self, one: int, other: int) -> float:
        """Which share of the shorter answer is in the other one, apart from names."""
        both = self.pieces[one] & self.pieces[other]
        covered = self._covered(one, both), self._covered(other, both)
        return max(sum(map(sum, side)) / sum(map(len, side)) for side in covered)

    def listed(self, seed: int) -> list[SimilarPair]:
        """The pairs that share more than chance gives, those that share most first.

        Args:
            seed: of the sample of pairs that shows the spread.
        """
        count = len(self.answers)
        if count < FEWEST_ANSWERS:
            return []
        pairs = count * (count - 1) // 2
        rng = random.Random(f"{seed} {count}")
        drawn = rng.sample(range(pairs), min(SAMPLE, pairs))
        needed = threshold(pairs, [self.shared(*_pair(number, count)).bits for number in drawn], self.known.is_one_line)
        near = common_pieces([one.rows for one in self.answers], self.known.fragments, round(self.common))
        found = []
        for (one, other), _times in near.most_common(MOST_COMPARED):
            shared = self.shared(one, other)
            if shared.bits >= needed:
                found.append(self._pair(one, other, shared, needed))
        return sorted(found, key=lambda pair: (-pair.bits, pair.one, pair.other))

    def _pair(self, one: int, other: int, shared: Shared, needed: float) -> SimilarPair:
        answers = self.answers[one], self.answers[other]
        marks = [_marks(answer.rows, bits) for answer, bits in zip(answers, shared.bits_of, strict=True)]
        return SimilarPair(answers[0].student, answers[1].student, answers[0].exercise, shared.bits, needed, tuple(self._reasons(one, other, shared)), *map(tuple, marks))

    def _reasons(self, one: int, other: int, shared: Shared) -> Iterable[str]:
        total = [sum(len(row.tokens) for row in self.answers[number].rows) for number in (one, other)]
        same = [sum(map(sum, covered)) for covered in shared.covered]
        if shared.code >= 1:
            of = max(round(100 * part / whole) for part, whole in zip(same, total, strict=True))
            yield message("{percent} % of the shorter answer is the same apart from names, in parts that few others have.", percent=of)
        if shared.choices:
            yield message("Both use {what}, which few others use.", what=_listed([in_words(token) for token, _bits in shared.choices]))
        if shared.behaviour:
            others = self.behaving[self.answers[one].behaviour] - 2
            checks = _listed([check for check, _outcome, _message in self.answers[one].behaviour])
            if others:
                yield plural(
                    "Both go wrong in the same way in {checks}, which {count} other answer does.",
                    "Both go wrong in the same way in {checks}, which {count} other answers do.",
                    others, checks=checks,
                )  # fmt: skip
            else:
                yield message("Both go wrong in the same way in {checks}, which no other answer does.", checks=checks)

    def _whole(self, everything: float, one: int, other: int) -> float:
        """Which share of what is surprising in two answers they share."""
        own = [sum(map(sum, self.usual.bits(number, self._covered(number, self.fragments[number]), left))) for number, left in ((one, other), (other, one))]
        return min(1.0, everything / math.sqrt(own[0] * own[1]))

    def _choices(self, rows: Sequence[TokenRow], tokens: set[str]) -> tuple[tuple[str, float], ...]:
        """Rare tokens, one of a row at most: what is rare comes together."""
        bits = {token: self._rarity(self.having[token]) for token in tokens if self.having[token] <= self.common}
        best = [max((token for token in row.tokens if token in bits), key=bits.__getitem__, default="") for row in rows]
        chosen = sorted({token for token in best if token}, key=lambda token: (-bits[token], token))
        return tuple((token, bits[token]) for token in chosen[:MOST_CHOICES])

    def _behaviour(self, one: int, other: int) -> float:
        first, second = self.answers[one], self.answers[other]
        if not first.behaviour or first.behaviour != second.behaviour:
            return 0.0
        return self._rarity(self.behaving[first.behaviour], OF_A_KNOWN_MISTAKE if first.is_named or second.is_named else DOUBT)

    def _rarity(self, having: int, doubt: float = DOUBT) -> float:
        """In bits, how rarely others have what both have."""
        return max(0.0, -math.log2((having - 2 + doubt) / (len(self.answers) - 2 + doubt)))


def similar_pairs(read: ClassRead, known: dict[str, KnownCode], seed: int = 0) -> list[SimilarPair]:
    """The pairs of a class, of all exercises: first those that are farthest beyond what their exercise asks for."""
    found = _same_weights(read)
    pages: dict[str, list[TokenRow]] = {}
    for one in read.answers:
        pages.setdefault(one.student, []).extend(one.rows)
    habits = ClassHabits(pages)
    for name, code in known.items():
        found += ExerciseAnswers([one for one in read.answers if one.exercise == name], code, habits).listed(seed)
    return sorted(found, key=lambda pair: (-pair.beyond, pair.exercise, pair.one, pair.other))


def _same_weights(read: ClassRead) -> list[SimilarPair]:
    """Pages with which the same trained weights came, unless many have them: two trainings never give the same."""
    shared: dict[tuple[str, str], list[str]] = {}
    for mark, students in read.weights.items():
        if len(students) <= max(FEWEST_COMMON, COMMON * read.pages):
            for pair in itertools.combinations(sorted(set(students)), 2):
                shared.setdefault(pair, []).append(mark)
    needed = threshold(read.pages * (read.pages - 1) // 2, ())
    return [
        SimilarPair(one, other, "", BITS_OF_WEIGHTS, needed, (message("Both pages came with the same trained weights (fingerprint {marks}).", marks=_listed(marks)),))
        for (one, other), marks in shared.items()
    ]


def _covered(length: int, there: Sequence[Fragment], shared: set[Fragment]) -> list[bool]:
    """Which tokens of a row are in a shared piece.

    Args:
        length: of the row, in tokens. there: its pieces.
    """
    found = [False] * length
    for place, piece in enumerate(there):
        if piece in shared:
            found[place : place + LENGTH] = [True] * min(LENGTH, length - place)
    return found


def _marks(rows: Sequence[TokenRow], bits: list[list[float]]) -> list[Span]:
    """The text of the shared parts of an answer."""
    found = []
    for row, costs in zip(rows, bits, strict=True):
        for is_shared, places in itertools.groupby(range(len(costs)), key=lambda place: costs[place] > 0):
            part = list(places)
            spans = [span for place in part if (span := row.spans[place]) is not None]
            if is_shared and spans and sum(costs[place] for place in part) >= LEAST_MARKED:
                begin, end = min((one.line, one.column) for one in spans), max((one.end_line, one.end_column) for one in spans)
                found.append(Span(spans[0].cell, *begin, *end))
    return found


def _pair(number: int, count: int) -> tuple[int, int]:
    """The pair of answers with this number, of all pairs in order.

    Example:
        >>> [_pair(number, 3) for number in range(3)]
        [(0, 1), (0, 2), (1, 2)]
    """
    one = 0
    while number >= count - 1 - one:
        number -= count - 1 - one
        one += 1
    return one, one + 1 + number


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:MOST_SHOWN])
