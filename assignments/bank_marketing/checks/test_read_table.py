"""read_table(path): a table from a file whose columns are separated by semicolons"""

import pytest

from autograder import File, expect, telling_inputs

THREE = {"age": [30, 41, 41], "job": ["services", "unknown", "unknown"], "balance": [1787, -250, -250], "y": ["no", "yes", "yes"]}


def written(table):
    """The table as the bank writes it: texts in quotes, semicolons between."""
    rows = [list(table), *zip(*table.values(), strict=True)]
    lines = [";".join(f'"{one}"' if isinstance(one, str) else str(one) for one in row) for row in rows]
    return "\n".join(lines) + "\n"


def is_the_table(answer, table, hidden=True):
    """The rows are counted first: a line of names that was taken for a customer is one row more."""
    words = expect(answer).is_a_table()
    words.has_rows(len(table["y"]))
    words.has_the_rows(table, hidden=hidden)


@telling_inputs(lambda answer, expected: is_the_table(answer, expected))
def small_file(draw):
    """A file with one to three customers and two or three columns."""
    row = lambda draw: {"age": draw.whole(30, 32), "job": draw.one_of(["cook", "a;b"]), "y": draw.one_of(["no", "yes"])}  # noqa: E731
    rows = draw.several(1, 3, row)
    names = draw.one_of([("age", "y"), ("job", "y"), ("age", "job", "y")])
    return (File("customers.csv", written({name: [one[name] for one in rows] for name in names})),)


@pytest.mark.points(1)
@pytest.mark.public
def test_three_customers(read_table):
    """a file with four columns and three customers gives a table with the same columns and rows"""
    is_the_table(read_table(File("customers.csv", written(THREE))), THREE, hidden=False)
