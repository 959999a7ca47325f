"""Which part of a mistake's evidence counts, where the rest is never twice the same: lines ``# Sign: test_it_learns: words``.

A line names a check of the exercise and one of ``SIGNS``. Whoever compares evidence (``judging.coarse_signs``) then looks at
that part alone, in this check, for this mistake. The lines are read, and nothing in them is run.
"""

from __future__ import annotations

import re

from autograder.core.languages import message

SIGNS = {
    "words": "the texts in the evidence, without its numbers",
    "shape": "the form of the evidence: the lengths of its lists and arrays",
    "order": "which number is the smallest, the second smallest and so on",
    "signs": "which numbers are positive, negative and zero",
    "keys": "which things are in a mapping: classes or images, without what is said of them",
    "tenth": "numbers may be off by a tenth",
}
LINE = re.compile(r"^# Sign: (\w+(?:\[[^\]\n]*\])?): (\w+)$", re.MULTILINE)
ANY_LINE = re.compile(r"^#\s*Sign\b.*$", re.MULTILINE)


def read_signs(source: str) -> dict[str, str]:
    """The signs that a mistake's file declares: check's name -> sign.

    Example:
        >>> read_signs("# Sign: test_it_learns: words\\ndef train(model): ...")
        {'test_it_learns': 'words'}
    """
    return {one[1]: one[2] for one in LINE.finditer(source)}


def faults(source: str, checks: frozenset[str]) -> list[str]:
    """What is wrong with the lines of a file, as sentences.

    Args:
        checks: names of the functions in the exercise's check file.
    """
    found: list[str] = []
    for line in ANY_LINE.findall(source):
        read = LINE.fullmatch(line)
        if read is None:
            found.append(message("{line} is not of the form '# Sign: test_name: word'.", line=repr(line)))
        elif read[2] not in SIGNS:
            found.append(message("{word} is not one of {words}.", word=repr(read[2]), words=", ".join(SIGNS)))
        elif read[1].partition("[")[0] not in checks:
            found.append(message("{line} names a check that does not exist.", line=repr(line)))
    return found
