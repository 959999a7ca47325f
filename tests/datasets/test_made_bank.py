"""The made-up bank table: the columns of the published one, the same bytes every time, and its lessons."""

import csv
import io

import numpy as np
import pytest

from autograder.datasets import made_bank

TEXTS = [name for name in made_bank.COLUMNS if name not in made_bank.NUMBERS]


def columns(text: str) -> dict[str, np.ndarray]:
    names, *rows = csv.reader(io.StringIO(text), delimiter=";")
    table = {name: np.array(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}
    return table | {name: table[name].astype(int) for name in made_bank.NUMBERS}


@pytest.fixture(scope="module")
def text():
    return made_bank.make()


@pytest.fixture(scope="module")
def table(text):
    return columns(text)


def as_numbers(table: dict[str, np.ndarray], *left_out: str) -> np.ndarray:
    """Numbers standardised, each category of a text a column, and a column of ones."""
    found = [np.ones(len(table["y"]))]
    for name in set(made_bank.COLUMNS) - {"y", *left_out}:
        values = table[name]
        if name in made_bank.NUMBERS:
            found.append((values - values.mean()) / values.std())
        else:
            found += [(values == value).astype(float) for value in np.unique(values)]
    return np.stack(found, 1)


def auc(table: dict[str, np.ndarray], *left_out: str) -> float:
    """Of a logistic regression by Newton's method: learned from three quarters of the rows, measured on the others."""
    rows, yes = as_numbers(table, *left_out), table["y"] == "yes"
    there = np.arange(len(yes)) % 4 > 0
    weights = np.zeros(rows.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-rows[there] @ weights))
        slope = rows[there].T @ (chance - yes[there]) + 3 * weights
        bend = (rows[there] * (chance * (1 - chance))[:, None]).T @ rows[there] + 3 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    scores, answers = rows[~there] @ weights, yes[~there]
    return (scores[answers][:, None] > scores[~answers]).mean()


def test_the_table_is_the_one_that_was_measured(text):
    """After a change of the table: measure again, then write down the new sum."""
    assert made_bank.digest(text) == made_bank.DIGEST


def test_rows_and_columns_are_those_of_the_published_table(text, table):
    assert text.splitlines()[0] == ";".join(f'"{name}"' for name in made_bank.COLUMNS)
    assert set(map(len, table.values())) == {4521} and len(table) == 17
    assert all(len(np.unique(table[name])) == 12 for name in ("job", "month"))
    for name in TEXTS:  # text is in quotes, a number is not
        assert f'"{table[name][0]}"' in text.splitlines()[1].split(";")
    assert text.splitlines()[1].split(";")[0] == str(table["age"][0])


def test_one_call_in_nine_ends_with_a_yes(table):
    assert 0.11 < (table["y"] == "yes").mean() < 0.12  # published: 0.115


def test_unknown_is_where_it_is_in_the_published_table(table):
    shares = {name: (table[name] == "unknown").mean() for name in TEXTS}
    assert {name for name, share in shares.items() if share > 0} == {"job", "education", "contact", "poutcome"}
    assert abs(shares["contact"] - 0.293) < 0.02 and abs(shares["poutcome"] - 0.820) < 0.02
    assert abs(shares["job"] - 0.008) < 0.005 and abs(shares["education"] - 0.041) < 0.01


def test_who_was_never_called_has_no_earlier_call(table):
    never = table["poutcome"] == "unknown"
    assert (table["pdays"][never] == -1).all() and (table["previous"][never] == 0).all()
    assert (table["pdays"][~never] > 0).all() and (table["previous"][~never] > 0).all()


@pytest.mark.parametrize(
    "column, value, published",
    [("poutcome", "success", 0.643), ("job", "retired", 0.235), ("job", "blue-collar", 0.073), ("month", "may", 0.067)],
)
def test_some_say_yes_more_often_than_others(table, column, value, published):
    assert abs((table["y"][table[column] == value] == "yes").mean() - published) < 0.06


def test_the_duration_gives_the_answer_away(table):
    """Published, with a small network: 0.73 without and 0.89 with it."""
    assert 0.68 < auc(table, "duration") < 0.79
    assert 0.84 < auc(table) < 0.92


def test_the_same_seed_gives_the_same_text_and_another_seed_another():
    first, again, other = (made_bank.make(50, seed) for seed in (3, 3, 4))
    assert first == again != other


def test_the_file_is_made_once_and_a_damaged_one_again(monkeypatch, tmp_path, text):
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path))
    made = []
    monkeypatch.setattr(made_bank, "make", lambda: made.append(1) or text)
    path = made_bank.load()
    assert path.parent == tmp_path and path.read_text("utf-8") == text
    assert made_bank.load() == path and made == [1]
    path.write_text("damaged", "utf-8")
    assert made_bank.load().read_text("utf-8") == text and made == [1, 1]


def test_without_a_cache_the_file_is_in_a_folder_for_temporary_files(monkeypatch, tmp_path, text):
    (tmp_path / "file").write_text("not a folder", "utf-8")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr(made_bank.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(made_bank, "make", lambda: text)
    assert made_bank.load().parent == tmp_path and made_bank.load().read_text("utf-8") == text
