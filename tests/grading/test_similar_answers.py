"""How answers are read to be compared: names do not count, nothing runs, and what is too large costs its own answer only."""

import sys
from collections import Counter, defaultdict

import miniature
import pytest
import similar_class
from similar_class import STUDENTS

from autograder.content import submission as submissions
from autograder.content.code_cells import tree
from autograder.grading.similar import token_rows
from autograder.grading.similar.class_answers import GradedPage, answer_of, read_class
from autograder.grading.similar.fragments import LENGTH, WINDOW, common_pieces, fragments_of, winnowed
from autograder.grading.similar.known_code import _in_sentence, known_code
from autograder.grading.similar.token_rows import TokenRow, TooManyTokens, rows_of
from autograder.grading.similar.usual_code import ClassHabits, UsualCode, add, successors


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return similar_class.assignment(tmp_path_factory.mktemp("similar"))


def rows(source):
    return [row.tokens for row in rows_of((0, one) for one in tree(source).body)]


def answer(source, function="total"):
    return answer_of(submissions.from_source(source, "ada", frozenset({"double", "total"}), label="miniature.py"), function)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("def f(a, b=2):\n    return a", "def g(c, d=2):\n    '''Doc.'''\n    return c  # text"),
        ("def f(a: int) -> int:\n    b: int = a\n    return b", "def f(x):\n    y = x\n    return y"),
        ("import numpy as np\nx = np.mean(3)", "from numpy import mean\nx = mean(3)"),
        ("try:\n    import numpy\nexcept ImportError:\n    raise\nx = numpy.mean(3)", "import numpy as np\nx = np.mean(3)"),
        ("import tensorflow as tf\nx = tf.keras.layers.Dense(3)", "from keras.layers import Dense\nx = Dense(3)"),
        ("LIMIT = 255\ndef f(a):\n    return a / LIMIT", "def f(a):\n    return a / 255"),
        ("class A:\n    def run(self):\n        self.kept = 1", "class B:\n    def go(this):\n        this.held = 1"),
        ("try:\n    a = 1\nexcept ValueError as e:\n    print(e)", "try:\n    b = 1\nexcept ValueError as error:\n    print(error)"),
        ("def h(p=1):\n    return p\nx = h(p=2)", "def k(q=1):\n    return q\nx = k(q=2)"),
    ],
)
def test_the_names_that_an_author_gave_do_not_count(one, other):
    assert rows(one) == rows(other) != []


@pytest.mark.parametrize("source", ["x = a + 1", "x = a - 1", "x = a.min()", "x = a.max()", "x = a < 1", "x = f(k=1)", "x = f(j=1)", "x += 1", "x -= 1"])
def test_what_a_program_does_counts(source):
    others = {"x = a + 1", "x = a - 1", "x = a.min()", "x = a.max()", "x = a < 1", "x = f(k=1)", "x = f(j=1)", "x += 1", "x -= 1"} - {source}
    assert all(rows(source) != rows(other) for other in others)


def test_statements_in_another_order_are_the_same_rows():
    one, other = rows("def f(a):\n    b = a + 1\n    c = a * 2\n    return b, c"), rows("def f(a):\n    c = a * 2\n    b = a + 1\n    return b, c")
    assert one != other and sorted(one) == sorted(other)


def test_an_answer_has_its_helpers_and_constants_and_not_the_other_exercises():
    text = "LIMIT = 3\n\n\ndef part(a):\n    return a[:LIMIT]\n\n\n" + miniature.page(total="return part(numbers).sum()")
    found = answer(text)
    shown = [line.text for line in found.lines]
    assert "LIMIT = 3" in shown and "def part(a):" in shown and not [line for line in shown if "double" in line or "import" in line]


def test_an_answer_that_calls_another_exercise_is_only_itself():
    source = "import numpy as np\n\ndef double(numbers):\n    return 2 * np.array(numbers)\n\ndef total(numbers):\n    return np.sum(double(numbers))\n"
    found = answer(source)
    assert [line.text for line in found.lines] == ["def total(numbers):", "    return np.sum(double(numbers))"]
    assert len(found.rows) == len(rows(source)) - len(rows("import numpy as np\ndef double(numbers):\n    return 2 * np.array(numbers)\n"))


@pytest.mark.parametrize("body", ["raise NotImplementedError", "pass"])
def test_what_is_not_begun_is_no_answer(body):
    assert answer(miniature.page(total=body)) is None


def test_a_page_is_parsed_and_never_run(assignment, tmp_path):
    mark = tmp_path / "ran"
    text = f"open({str(mark)!r}, 'w').close()\n" + miniature.page(total=f"open({str(mark)!r}, 'w').close()\nreturn 1")
    assert similar_class.read(assignment, {"ada": text}).answers and not mark.exists()


def test_a_page_that_does_not_parse_or_is_not_there_is_named_and_costs_itself_only(assignment):
    pages = similar_class.graded({"broken": "def total(numbers:\n  return ((", "binary": "\0\1", "good": STUDENTS["s00"]})
    pages.append(GradedPage(similar_class.report("gone", ""), None))
    found = read_class(assignment, pages)
    assert {one.student for one in found.answers} == {"good"} and {name for name, _why in found.left_out} == {"broken", "binary", "gone"}


def test_an_answer_that_is_too_long_is_named_and_costs_itself_only(assignment, monkeypatch):
    monkeypatch.setattr(token_rows, "MOST_TOKENS", 200)
    long = miniature.page(total="\n".join(f"a{n} = numbers[{n}] + {n}" for n in range(100)))
    found = similar_class.read(assignment, {"long": long, "short": STUDENTS["s01"]})
    assert found.left_out == (("long", "total is too long to be compared."),)
    assert [(one.student, one.exercise) for one in found.answers] == [("long", "double"), ("short", "double"), ("short", "total")]


def test_an_answer_that_is_nested_deeply_is_read_or_named(assignment):
    deep = miniature.page(total="return " + "-" * 3000 + "1\n", double="return " + "(" * 80 + "numbers" + ")" * 80)
    found = similar_class.read(assignment, {"deep": deep, "short": STUDENTS["s01"]})
    assert {one.student for one in found.answers} >= {"short"} and sys.getrecursionlimit() < 3000 + 1


def test_rows_of_more_tokens_than_are_compared_end_at_once():
    with pytest.raises(TooManyTokens):
        rows_of([(0, one) for one in tree("x = [" + "1, " * token_rows.MOST_TOKENS + "]").body])


# -- pieces -----------------------------------------------------------------------------------------------------------


def row(text):
    return TokenRow(tuple(text), (None,) * len(text))


def test_a_shared_run_that_is_long_enough_has_a_kept_piece_in_common():
    shared = "abcdefgh"[: LENGTH + WINDOW - 1]
    for before in ("", "x", "xyz", "uvwxyz"):
        for after in ("", "p", "pqr"):
            assert winnowed(row(before + shared + after)) & winnowed(row("123" + shared + "45"))


def test_few_pieces_are_kept_and_all_are_of_the_row():
    text = "".join(chr(97 + n * n % 23) for n in range(200))
    kept = winnowed(row(text))
    assert kept <= set(fragments_of(row(text))) and len(kept) < 0.75 * len(set(fragments_of(row(text))))


def test_only_rare_pieces_bring_pairs():
    programs = [[row("abcdef")]] * 5 + [[row("uvwxyz")]] * 2
    assert set(common_pieces(programs, set(), 4)) == {(5, 6)}
    assert not common_pieces(programs, set(fragments_of(row("uvwxyz"))), 4)


# -- the null model ---------------------------------------------------------------------------------------------------


def bits(known, answers, one, other):
    found = UsualCode(known, answers)
    return [sum(of) for of in found.bits(one, [[True] * len(row.tokens) for row in answers[one]], other)]


def test_what_all_write_is_no_surprise_and_what_only_two_write_is_one():
    agree = [[row("abcdef")] for _ in range(40)]
    assert bits((), agree, 0, 1)[0] < 1
    alone = agree + [[row("abxyzf")]] * 2
    assert bits((), alone, 40, 41)[0] > 20


def test_what_the_assignment_says_is_no_surprise():
    answers = [[row("abcdef")]] * 10 + [[row("abxyzf")]] * 2
    known = defaultdict(Counter)
    add(known, successors([row("abxyzf")]))
    assert bits([(known, 5)], answers, 10, 11)[0] < bits((), answers, 10, 11)[0] - 10


def test_probabilities_add_up_to_one_at_most():
    """Of all tokens that can follow, with the answer itself left out."""
    others = [[row("abc")], [row("abd")], [row("abd")]]
    found = 0.0
    for token in "abcdefgh":
        usual = UsualCode((), [*others, [row(f"ab{token}")], []])
        found += 2 ** -usual.bits(3, [[False, False, True]], 4)[0][2]
    assert 0.5 < found <= 1 + 1e-9


def test_a_habit_counts_once_however_often_it_is_seen():
    usual = [[row("abcdef")] for _ in range(20)]
    often = bits((), [*usual, [row("xyz")] * 6, [row("xyz")] * 6], 20, 21)
    assert often[0] > 20 and sum(often[1:]) < often[0]


def test_two_students_are_left_out_with_their_answers_and_their_pages():
    answers = [[row("abc")]] * 5 + [[row("abx")]] * 2
    habits = ClassHabits({**{str(number): [] for number in range(5)}, "5": answers[5], "6": answers[6]})
    marks = [[True] * len(answers[5][0].tokens)]
    with_pages = UsualCode((), answers, habits, [str(number) for number in range(7)]).bits(5, marks, 6)
    assert with_pages[0] == pytest.approx(UsualCode((), answers).bits(5, marks, 6)[0])


# -- the assignment's own words ------------------------------------------------------------------------------------------


def test_the_page_the_programs_and_the_hints_are_known(tmp_path):
    settings = miniature.SETTINGS.replace("Start from nothing.", "Try np.add.reduceat(numbers, [0]) with dtype=float.")
    made = similar_class.assignment_folder.load(miniature.write(tmp_path, {"assignment.toml": settings}))
    tokens = known_code(made)["total"].tokens
    assert {".reduceat", "dtype=", ".sum", "For", "float"} <= tokens


def test_code_in_a_sentence():
    assert list(_in_sentence("Use np.unique(x, return_counts=True) or a[0], not f( or words.")) == ["np.unique(x, return_counts=True)", "a[0]"]
