"""A table of phone calls that the kit makes up itself, so that everything runs without network and without files.

It has the columns, types and categories of UCI's ``bank.csv`` and, on purpose, its lessons. No row is of a real person.
The chances below are rounded shares of the published table. Measured: a network with one hidden layer, ten epochs, batches
of 32, Adam, class weights; mean over three ways of splitting off a quarter of the rows, at least two seeds each.

                                            published       made up
    share of yes                            0.115           0.116
    AUC without the duration                0.728           0.718
    AUC with the duration                   0.894           0.881
    at 0.5: accuracy, precision, recall     0.70 0.22 0.62  0.70 0.22 0.60

``tests/benchmarks/substitutes.py`` measures both tables with a logistic regression, in seconds:

    AUC without and with the duration       0.720 0.890     0.727 0.868
    share of unknown: contact, poutcome     0.293 0.820     0.294 0.819

How a row is made: a person (job, then age, marital status, education, money), a call (month, contact, day), what came of
an earlier campaign; each of them multiplies the odds of a yes, and the answer is drawn. The call's duration is drawn last,
from the answer: who says yes talks longer, and longest where a yes was not likely. So it gives the answer away, and it is not known before the call.

The same seed gives the same bytes on every machine: Python's own random numbers, and nothing but additions,
multiplications and divisions. Odds are multiplied, because an exponential's last digit is not sure.

Source: made by this kit, MIT licence like the rest of it.
"""

from __future__ import annotations

import bisect
import hashlib
import itertools
import random
import tempfile
from pathlib import Path

from autograder.core.files import cache_folder, write_atomically

ROWS = 4521
SEED = 0

# What ``make()`` gives. It guards the cache; a change of the table changes it, and a test says to what.
DIGEST = "a601c1fbc24d21cb70a4025610466dd23eb42b7b0e1b48195421106430ff3ac6"

COLUMNS = (
    "age", "job", "marital", "education", "default", "balance", "housing", "loan", "contact", "day", "month",
    "duration", "campaign", "pdays", "previous", "poutcome", "y",
)  # fmt: skip
NUMBERS = {"age", "balance", "day", "duration", "campaign", "pdays", "previous"}

# Columns of text: value -> how often in 1,000, and by how much it multiplies the odds of a yes.
JOB = {
    "management": (214, 1.1), "blue-collar": (209, 0.6), "technician": (170, 0.95), "admin.": (106, 1.0),
    "services": (92, 0.85), "retired": (51, 1.8), "self-employed": (40, 0.9), "entrepreneur": (37, 0.75),
    "unemployed": (28, 0.9), "housemaid": (25, 0.9), "student": (19, 2.2), "unknown": (9, 1.3),
}  # fmt: skip
MARITAL = {"married": (620, 0.85), "single": (264, 1.15), "divorced": (116, 1.2)}
LOAN = {"no": (847, 1.0), "yes": (153, 0.5)}
DEFAULT = {"no": (983, 1.0), "yes": (17, 0.9)}
HOUSING = {"no": (1, 1.25), "yes": (1, 0.8)}  # how often depends on the month
EDUCATION = {"primary": (1, 0.85), "secondary": (1, 1.0), "tertiary": (1, 1.2), "unknown": (1, 1.0)}
CONTACT = {"cellular": (1, 1.2), "telephone": (1, 1.1), "unknown": (1, 0.5)}
MONTH = {
    "may": (309, 0.75), "jul": (156, 0.7), "aug": (140, 0.85), "jun": (118, 1.3), "nov": (86, 0.75), "apr": (65, 1.4),
    "feb": (49, 1.3), "jan": (33, 0.8), "oct": (18, 4.0), "sep": (11, 2.8), "mar": (11, 4.5), "dec": (4, 3.5),
}  # fmt: skip
POUTCOME = {"unknown": (1, 0.9), "failure": (1, 1.0), "other": (1, 1.6), "success": (1, 13.0)}

# What depends on another column: shares in 1,000, in the order of the values above.
EDUCATION_OF = {
    "admin.": (40, 815, 110, 35), "blue-collar": (390, 555, 13, 42), "entrepreneur": (150, 350, 430, 70),
    "housemaid": (510, 250, 200, 40), "management": (40, 120, 810, 30), "retired": (350, 460, 130, 60),
    "self-employed": (80, 420, 480, 20), "services": (60, 870, 40, 30), "student": (20, 560, 230, 190),
    "technician": (20, 680, 270, 30), "unemployed": (200, 530, 250, 20), "unknown": (180, 210, 220, 390),
}  # fmt: skip
CONTACT_OF = {
    "may": (378, 35, 587), "jun": (138, 15, 847), "jul": (816, 144, 40), "aug": (959, 32, 9), "nov": (887, 98, 15),
}  # fmt: skip
CONTACT_ELSE = (920, 70, 10)
HOUSING_OF = {"may": 870, "apr": 710, "nov": 580, "jul": 490, "jun": 450, "aug": 200}  # of 1,000; else:
HOUSING_ELSE = 340
POUTCOME_OF = {"cellular": (747, 154, 60, 39), "telephone": (757, 130, 70, 43), "unknown": (992, 3, 3, 2)}

# Numbers by their quantiles: (share of rows below, value); between two of them, every value is as likely.
AGE = ((0, 22), (0.05, 28), (0.25, 33), (0.5, 39), (0.75, 47), (0.95, 57), (0.99, 60), (1, 68))
AGE_OF = {
    "retired": ((0, 35), (0.1, 52), (0.25, 57), (0.5, 60), (0.75, 70), (0.95, 78), (1, 87)),
    "student": ((0, 19), (0.25, 23), (0.5, 26), (0.75, 29), (0.95, 36), (1, 42)),
}
BALANCE = (
    (0, -3300), (0.01, -670), (0.05, -160), (0.1, 0), (0.15, 1), (0.25, 69), (0.5, 444), (0.75, 1480), (0.9, 3900),
    (0.95, 6100), (0.99, 14200), (0.999, 27000), (1, 60000),
)  # fmt: skip
CAMPAIGN = ((0, 1), (0.4, 2), (0.67, 3), (0.79, 4), (0.86, 5), (0.9, 6), (0.95, 9), (0.99, 17), (0.999, 32), (1, 50))
PDAYS = ((0, 1), (0.05, 70), (0.2, 95), (0.35, 170), (0.5, 195), (0.65, 280), (0.9, 360), (0.97, 430), (1, 850))
PREVIOUS = ((0, 1), (0.35, 2), (0.6, 3), (0.75, 4), (0.85, 6), (0.97, 11), (1, 25))
DURATION_OF_NO = ((0, 4), (0.05, 29), (0.25, 96), (0.5, 167), (0.75, 283), (0.95, 624), (0.99, 1050), (1, 2900))
DURATION_OF_YES = (  # up to which odds of a yes: quantiles
    (0.07, ((0, 220), (0.05, 370), (0.25, 590), (0.5, 760), (0.75, 1030), (0.95, 1670), (0.99, 2050), (1, 2100))),
    (0.2, ((0, 60), (0.05, 155), (0.25, 340), (0.5, 565), (0.75, 850), (0.95, 1330), (0.99, 2100), (1, 2800))),
    (0.4, ((0, 60), (0.05, 100), (0.25, 225), (0.5, 340), (0.75, 490), (0.95, 1140), (0.99, 1480), (1, 1600))),
    (float("inf"), ((0, 60), (0.05, 120), (0.25, 215), (0.5, 310), (0.75, 420), (0.95, 760), (0.99, 1070), (1, 1400))),
)
BASE = 0.13  # odds of a yes, before all that multiplies them


def load() -> Path:
    """The made table as a file, from the cache or made and then cached.

    Returns:
        The file's place. A cached file that is not exactly the table is made again; where the cache cannot be written,
        the file is in a folder for temporary files.

    Example:
        >>> load().read_text("utf-8").splitlines()[0].split(";")[:3]
        ['"age"', '"job"', '"marital"']
    """
    path = cache_folder() / f"bank-{DIGEST[:12]}.csv"
    if _digest_in(path) == DIGEST:
        return path
    content = make().encode()
    for place in (path, Path(tempfile.gettempdir()) / f"autograder-{path.name}"):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(place, content)
            return place
        except OSError as error:  # a read-only home: the folder for temporary files is left
            problem = error
    raise problem


def make(rows: int = ROWS, seed: int = SEED) -> str:
    """Makes a table.

    Args:
        rows: how many calls.
        seed: a whole number from 0 up. The same two numbers give the same text.

    Returns:
        Text of a file: ``;`` between columns, text in quotes, the names of the columns in the first line.

    Example:
        >>> make(rows=2).count("\\n")
        3
    """
    rng = random.Random(seed)
    lines = [";".join(f'"{name}"' for name in COLUMNS)]
    for _ in range(rows):
        row = _row(rng)
        lines.append(";".join(str(row[name]) if name in NUMBERS else f'"{row[name]}"' for name in COLUMNS))
    return "\n".join(lines) + "\n"


def digest(text: str) -> str:
    """SHA-256 of a table's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _digest_in(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


# -- one call --------------------------------------------------------------------------------------------------------


def _row(rng: random.Random) -> dict[str, str | int]:
    odds = BASE

    def one_of(values: dict[str, tuple[int, float]], shares: tuple[int, ...] = ()) -> str:
        nonlocal odds
        value = _chosen(tuple(values), shares or tuple(share for share, _factor in values.values()), rng)
        odds *= values[value][1]
        return value

    job = one_of(JOB)
    age = _between(AGE_OF.get(job, AGE), rng)
    young = max(0, 45 - age) * 32
    marital = one_of(MARITAL, (700, 80 + young, 130 if age > 30 else 30))
    education = one_of(EDUCATION, EDUCATION_OF[job])
    default = one_of(DEFAULT)
    balance = _between(BALANCE, rng)
    loan = one_of(LOAN)
    month = one_of(MONTH)
    share = HOUSING_OF.get(month, HOUSING_ELSE)
    housing = one_of(HOUSING, (1000 - share, share))
    contact = one_of(CONTACT, CONTACT_OF.get(month, CONTACT_ELSE))
    poutcome = one_of(POUTCOME, POUTCOME_OF[contact])
    campaign = _between(CAMPAIGN, rng)
    known = poutcome != "unknown"
    pdays, previous = _between(PDAYS, rng), _between(PREVIOUS, rng)
    odds *= 1.25 if balance > 1500 else 0.8 if balance < 50 else 1.0
    odds *= 1.5 if age > 60 else 1.2 if age < 30 else 1.0
    odds *= 1.15 / (0.85 + 0.15 * min(campaign, 10))
    y = "yes" if rng.random() < odds / (1 + odds) else "no"
    return {
        "age": age,
        "job": job,
        "marital": marital,
        "education": education,
        "default": default,
        "balance": balance,
        "housing": housing,
        "loan": loan,
        "contact": contact,
        "day": 1 + int(31 * rng.random()),
        "month": month,
        "duration": _between(_durations(odds, y), rng),
        "campaign": campaign,
        "pdays": pdays if known else -1,
        "previous": previous if known else 0,
        "poutcome": poutcome,
        "y": y,
    }


def _durations(odds: float, y: str) -> tuple[tuple[float, int], ...]:
    if y == "no":
        return DURATION_OF_NO
    return next(quantiles for most, quantiles in DURATION_OF_YES if odds <= most)


def _chosen(values: tuple[str, ...], shares: tuple[int, ...], rng: random.Random) -> str:
    sums = list(itertools.accumulate(shares))
    return values[bisect.bisect(sums, int(sums[-1] * rng.random()))]


def _between(quantiles: tuple[tuple[float, int], ...], rng: random.Random) -> int:
    """A whole number: where a random share of all rows is below it."""
    share = rng.random()
    place = bisect.bisect([below for below, _value in quantiles], share)
    (start, low), (end, high) = quantiles[place - 1], quantiles[place]
    return int(low + (high - low) * ((share - start) / (end - start)) // 1)
