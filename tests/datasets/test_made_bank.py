"""The made-up bank table: the columns of the published one, the same bytes every time, and its lessons."""

import numpy as np
import pytest
from bank_traits import TEXTS, auc, columns, share, yes_rate

from autograder.datasets import made_bank


@pytest.fixture(scope="module")
def text():
    return made_bank.make()


@pytest.fixture(scope="module")
def table(text):
    return columns(text)


def test_the_table_is_the_one_that_was_measured(text):
    """After a change of the table: measure again (tests/benchmarks/substitutes.py), then write down the new sum."""
    assert made_bank.digest(text) == made_bank.DIGEST


def test_rows_and_columns_are_those_of_the_published_table(text, table):
    assert text.splitlines()[0] == ";".join(f'"{name}"' for name in made_bank.COLUMNS)
    assert set(map(len, table.values())) == {4521} and len(table) == 17
    assert all(len(np.unique(table[name])) == 12 for name in ("job", "month"))
    for name in TEXTS:  # text is in quotes, a number is not
        assert f'"{table[name][0]}"' in text.splitlines()[1].split(";")
    assert text.splitlines()[1].split(";")[0] == str(table["age"][0])


def test_one_call_in_nine_ends_with_a_yes(table):
    assert 0.11 < share(table, "y", "yes") < 0.12  # published: 0.115


def test_unknown_is_where_it_is_in_the_published_table(table):
    shares = {name: share(table, name, "unknown") for name in TEXTS}
    assert {name for name, found in shares.items() if found > 0} == {"job", "education", "contact", "poutcome"}
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
    assert abs(yes_rate(table, column, value) - published) < 0.06


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
