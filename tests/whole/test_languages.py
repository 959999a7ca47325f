"""Everything that a student or an instructor reads is translated: shown in a pseudo-locale, no sentence stays plain English."""

import ast
import io
import re
from dataclasses import replace

import miniature
import pytest
import reports_sample
from plain_english import plain_english
from pseudo_locale import NAME, pseudo_locale
from rich.console import Console

from autograder import reports
from autograder.authoring.translations import SOURCES
from autograder.content import assignment_folder
from autograder.core.corrections import Correction, CorrectionKind
from autograder.core.figure_text import FigureRow, FigureText
from autograder.core.languages import catalogue, choice, shown
from autograder.core.languages.choice import reading_in
from autograder.core.languages.messages import ENGLISH, Message
from autograder.core.records import Outcome
from autograder.learning import hint_and_solution
from autograder.learning.kernel import display
from autograder.learning.kernel.result import Checked
from autograder.learning.progress import Progress
from autograder.learning.standing import overview
from autograder.learning.watch.state import WatchState
from autograder.learning.watch.view import screen
from autograder.reports.html.card import card


def as_messages(report):
    """The sample's texts as if checks had said them."""
    return replace(
        report,
        exercises=tuple(
            replace(one, checks=tuple(map(_said_by_checks, one.checks)))
            for one in report.exercises
        ),
        corrections=(Correction(CorrectionKind.POINTS, "user txt", "Ada", said("a day in a year"), "double", before=0.0, after=2.5),),
        **{name: tuple(map(said, getattr(report, name))) for name in ("notes", "suspicions", "differences")}, problem=said(report.problem),
    )  # fmt: skip


def _said_by_checks(check):
    rows = tuple(FigureRow(*map(said, row)) for row in check.figure_text.rows)
    texts = {name: said(getattr(check, name)) for name in ("message", "remark", "smallest")}
    return replace(check, **texts, figure_text=FigureText(said(check.figure_text.sentence), rows))


def said(text):
    return Message(text, domain="sample") if text else text


@pytest.fixture(scope="module")
def sample():
    return [as_messages(report) for report in reports_sample.sample_class() if "evil" not in report.submission.lower()]


def test_a_sentence_that_is_not_translated_is_found():
    with pseudo_locale():
        assert plain_english("<p class='a b c'>This one is plain.</p>") == ["This one is plain"]


def test_a_report_in_the_terminal(sample):
    with pseudo_locale():
        found = {report.submission: plain_english(reports.as_text(report)) for report in sample}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_cards_in_a_notebook(sample):
    with pseudo_locale():
        found = [plain_english(card(report, {one.name: 1 for one in report.exercises}, notes=[said("One thing more to say.")])) for report in sample]
    assert [texts for texts in found if texts] == []


@pytest.mark.parametrize("for_student", [True, False])
def test_the_page_of_a_submission(sample, for_student):
    with pseudo_locale():
        found = [plain_english(reports.submission_page(report, for_student=for_student)) for report in sample]
        assert 'lang="en-XA"' in reports.submission_page(sample[0])
    assert [texts for texts in found if texts] == []


def test_the_report_of_a_class(sample):
    with pseudo_locale():
        assert plain_english(reports.class_page(sample)) == []


def test_a_class_in_the_terminal(sample):
    console = Console(file=io.StringIO(), width=100, color_system=None)
    with pseudo_locale():
        reports.print_class(sample, console)
    assert plain_english(console.file.getvalue()) == []


@pytest.fixture
def german():
    """A language that writes its numbers with a comma; its words are the English ones."""
    catalogue.translate_by("de", lambda one: one.template if one.plural is None or one.number == 1 else one.plural)
    with reading_in("de"):
        yield
    catalogue.translate_by("de", None)


def test_tables_for_programs_are_in_english(sample, german):
    with reading_in("en"):
        english = reports.class_csv(sample), [reports.report_json(report) for report in sample]
    with pseudo_locale():
        assert (reports.class_csv(sample), [reports.report_json(report) for report in sample]) == english
    assert (reports.class_csv(sample), [reports.report_json(report) for report in sample]) == english


def test_numbers_that_a_person_reads_are_written_as_in_their_language(sample, german):
    halves = [replace(one, penalty=0.5) for one in sample if one.exercises]
    decimals = re.compile(r"(?<![\w.])\d+[.]\d+(?![\w.])")

    def found():
        pages = [reports.class_page(halves), reports.as_text(halves[0])]
        return [decimals.findall(re.sub(r"(?s)<style.*?</style>|<pre.*?</pre>|<[^>]*>", " ", page)) for page in pages]

    assert found() == [[], []]
    with reading_in("en"):
        assert all(found())


@pytest.fixture
def small(tmp_path):
    """A small assignment, and a page with one function begun."""
    folder = miniature.write(tmp_path)
    assignment = assignment_folder.load(folder)
    path = tmp_path / "miniature.py"
    path.write_text(assignment.stub, "utf-8")
    return assignment, path


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_watch_screen_and_its_list(small, width, sample):
    assignment, path = small
    progress = Progress(path.parent, assignment.name)
    board = WatchState(assignment, progress, path, lambda: "12:00")
    board.rows = overview(assignment, assignment.read(path), progress)
    board.current, board.checked = board.rows[0].name, ""
    screens = []
    with pseudo_locale():
        for key in ("", "h", "r", "s", "n", "l"):
            if key:
                board.pressed(key)
            console = Console(file=io.StringIO(), width=width, height=30, color_system=None, legacy_windows=False)
            console.print(screen(board, console))
            screens.append(console.file.getvalue())
    assert plain_english("\n".join(screens)) == []
    assert max(len(line) for text in screens for line in text.splitlines()) <= width


def test_hints_and_solutions(small):
    assignment, path = small
    progress = Progress(path.parent, assignment.name)
    exercise = assignment.exercises[0]
    with pseudo_locale():
        said = [hint_and_solution.next_hint(exercise, progress, assignment.name)[0] for _ in range(2)]
        said += [hint_and_solution.solution(assignment, exercise, progress)[0].partition("\n")[0] for _ in range(2)]
    assert plain_english("\n".join(said)) == []


def test_the_next_step_in_a_notebook(sample, small):
    assignment, _path = small
    passed = next(report for report in sample if report.exercises)
    checked = Checked(replace(passed, exercises=()), assignment)
    with pseudo_locale():
        assert plain_english(" ".join(display.next_step(checked, {}))) == []


def test_marks_outcomes_and_mistakes_are_the_same_in_every_language(sample):
    def essence(report):
        return [(check.name, check.outcome, check.points, check.mistake) for check in report.checks], report.fingerprints

    from autograder.reports.translated_reports import translated

    with pseudo_locale():
        assert [essence(translated(report)) for report in sample] == [essence(report) for report in sample]
    assert any(check.outcome is Outcome.FAILED for report in sample for check in report.checks)


def test_what_the_words_of_expect_say(gave):
    """One refusal of each kind of word: what is put together from parts that no translator sees would stay English."""
    import numpy as np

    from autograder.expectations import Failure

    numbers = np.array([[1.0, 2.0], [3.0, 4.0]])
    calls = [
        (numbers, lambda words: words.has_shape((3, 2), axes=("row", "column"))),
        (numbers, lambda words: words.is_close_to(numbers + 1, axes=("row", "column"))),
        (np.round(numbers / 3, 2), lambda words: words.is_close_to(numbers / 3, hidden=False)),
        (np.array([1, 2]), lambda words: words.is_an_array()),
        ([1.0, np.inf], lambda words: words.is_finite()),
        (None, lambda words: words.is_close_to(1.0)),
        ("a text", lambda words: words.is_close_to(1.0)),
        ({1: 2}, lambda words: words.counts({1: 3, 2: 1}, "label")),
        ({1: 3}, lambda words: words.counts({1: 3, 2: 1}, "label")),
        ({}, lambda words: words.counts({1: 3}, "label")),
        ([(1, 2)], lambda words: words.can_be_asked("label", "counts[1]")),
        ({"a": 1}, lambda words: words.holds({"a": 2})),
        ({"a": 1}, lambda words: words.holds({"b": 2}, hidden=False)),
        ([1, 2], lambda words: words.holds([1, 2, 3])),
        ("Hello", lambda words: words.says("hello")),
        ("Hello", lambda words: words.mentions("world", hidden=False)),
        (1, lambda words: words.says("hello")),
        (1, lambda words: words.is_a_figure()),
        (1, lambda words: words.is_a_model()),
        (1, lambda words: words.is_a_table()),
        ((0.5,), lambda words: words.is_a_pair_of_numbers(("loss", "accuracy"))),
    ]
    said = []
    with pseudo_locale():
        for value, word in calls:
            try:
                word(gave(value))
            except Failure as failure:
                said.append(shown(failure.message))
            except (AttributeError, TypeError) as error:
                raise AssertionError(f"{value!r}: {error}") from error
    assert len(said) == len(calls)
    assert [one for one in said if plain_english(one) or one.isascii()] == []


def test_no_word_that_is_put_in_stays_english(gave):
    """Words in a sentence are translated, too, where they are not the student's or Python's."""
    import numpy as np

    from autograder.expectations import Failure
    from autograder.transport.tables import Table, TableColumn
    from autograder.transport.wire import Described

    frame = Table("DataFrame", (TableColumn("age", "int64", np.arange(2)), TableColumn("name", "str", ["a", None])), (TableColumn(None, "range", np.arange(2)),))
    changed = {"arguments": {"rows": [1]}, "changed": ("rows",), "changes": {}}
    cases = [
        (1.0, lambda words: words.has_type(int, str), "int or str", {}),
        (1.0, lambda words: words.is_one_of([2.0, 3.0], hidden=False), "2.0 or 3.0", {}),
        (np.zeros(3), lambda words: words.has_shape((None, 2)), "any", {}),
        (Described("model", "keras.Model", None), lambda words: words.says("a"), "a model", {}),
        (Described("opaque", "Thing", None), lambda words: words.says("a"), "a Thing", {}),
        (Described("opaque", "the class Thing", None), lambda words: words.is_a_model(), "the class Thing", {}),
        (frame, lambda words: words.is_a_table().has_types({"age": "dates"}), "whole numbers", {}),
        (frame, lambda words: words.is_a_table().has_types({"age": "dates"}), "dates", {}),
        (frame, lambda words: words.is_a_table().has_the_rows({"age": [0, 1], "name": ["a", "b"]}), "nothing", {}),
        (frame, lambda words: words.is_a_table().has_the_rows({"age": [0, 1], "name": [1, "b"]}), "a text,", {}),
        ([1], lambda words: words.leaves_its_arguments_alone(), "Let the result be a new list", changed),
    ]
    for value, word, english, settings in cases:
        with pseudo_locale():
            try:
                word(gave(value, **settings))
            except Failure as failure:
                assert english in failure.message, failure.message
                assert english not in shown(failure.message), shown(failure.message)
            else:
                raise AssertionError(f"{value!r} passes")


def test_a_page_that_cannot_be_read_and_a_command_that_finds_nothing(tmp_path, monkeypatch, capsys):
    from autograder.cli import main

    monkeypatch.chdir(tmp_path)
    pages = {"empty.py": "", "cut.ipynb": "{", "bare.ipynb": "{}", "none.ipynb": '{"cells": []}', "merged.ipynb": "<<<<<<< mine\n"}
    for name, text in pages.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "mnist").write_text("")
    calls = [["check", name, "--assignment", "mnist"] for name in pages]
    calls += [["start", "mnits"], ["start", "mnist"], ["start", "mnist", "--language", "xx"], ["hint", "no_such.py"], ["check"], ["hint", "empty.py", "nothing", "--assignment", "mnist"]]
    found = {}
    for call in calls:
        monkeypatch.setattr("autograder.core.languages.choice.chosen", lambda *_given, **_more: "en-XA")
        with pseudo_locale():
            assert main(call), call
        said = capsys.readouterr()
        found[" ".join(call)] = said.err if plain_english(said.err) or said.err.isascii() else ""
    assert {call: text for call, text in found.items() if text} == {}


def test_how_a_call_is_named():
    """It is a value of other sentences, which no translator would see if it were put together."""
    import numpy as np

    from autograder.judging.call_words import call_words

    calls = [call_words("f", {"rows": np.zeros((0, 3)), "name": "a"}, True), Message("{call}, called again in the same cell,", {"call": "f(x)"})]
    with pseudo_locale():
        assert [plain_english(shown(one)) for one in calls] == [[], []] and not any(shown(one).isascii() for one in calls)


def test_nbgraders_feedback(sample):
    from nbformat import v4

    from autograder.nbgrader import cells, feedback, feedback_pages, sanitize_cells
    from autograder.nbgrader.cell_scores import cell_score

    marked = v4.new_code_cell("check()", metadata={"nbgrader": {"grade": True, "solution": False, "score": 2.0, "points": 4.0}})
    marked.outputs = [v4.new_output("execute_result", {"text/plain": "3.0"})]
    handed = [v4.new_output("stream", text="5")]
    with pseudo_locale():
        pages = [feedback.notes(feedback.with_source(replace(report, source="page.py"))) for report in sample]
        for report in sample:
            for number, grade_id in enumerate([*(f"{one.name}_check" for one in report.exercises), "no_such_check"], 1):
                pages.append(feedback.output(report, grade_id, cell_score(report, grade_id, 4.0), 4.0, number)["text/html"])
        feedback_pages._say_what_counts(marked)
        pages += [marked.outputs[0].data["text/html"], *(one.get("text", "") for one in sanitize_cells.clean_outputs(handed)), shown(cells.MISSING)]
        pages.append(sanitize_cells.markdown("![](a.png)"))
    assert [texts for texts in map(plain_english, pages) if texts] == []
    assert not any(text.isascii() for text in pages if "<p>" in text or "left out" in text)


def test_an_error_that_is_raised_again_keeps_its_message():
    """``str`` makes a plain English text of what an error says; ``what_it_says`` keeps what it is made of."""
    folders = ("cli", "desk", "grading", "learning", "lms", "nbgrader", "reports")
    found = []
    for path in sorted(path for folder in folders for path in (SOURCES / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                plain = [one for one in node.exc.args if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "str"]
                found += [f"{path.relative_to(SOURCES)}:{one.lineno}" for one in plain]
    assert found == []


def helps():
    from autograder.cli.commands import COMMANDS

    return [[], *([one] for one in COMMANDS), *(["course", one] for one in ("new", "add", "variants", "status", "regrade", "connect", "lti", "fetch", "push"))]


@pytest.mark.parametrize("words", helps(), ids=" ".join)
def test_the_help_of_every_command(words, monkeypatch, capsys):
    from autograder.cli import main

    monkeypatch.setenv(choice.VARIABLE, NAME)
    with pseudo_locale():
        choice.read_in(ENGLISH)
        assert main([*words, "--help"]) == 0
        said = capsys.readouterr().out.replace("tensorflow, jax, torch", "")
    assert plain_english(said) == [] and not said.startswith("Usage")


def test_help_in_lines_that_fit_where_letters_are_wide(monkeypatch, typed):
    from autograder.cli.terminal import columns

    for command in ("check", "similar", "course"):
        english = typed(f"{command} --help")[1]
        monkeypatch.setenv(choice.VARIABLE, "ko")
        korean = typed(f"{command} --help")[1]
        monkeypatch.setenv(choice.VARIABLE, "en")
        assert "사용법:" in korean and max(map(columns, korean.splitlines())) <= max(80, max(map(len, english.splitlines())))
