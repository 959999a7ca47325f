"""Objects, files and callbacks that a hostile or careless page treats badly, and what it costs whom."""

import errno
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from travelling import PAGE, SETTINGS, judged

from autograder.core.records import Outcome
from autograder.expectations import Answer, Callback, File
from autograder.expectations.answer import CallLost
from autograder.judging import passing_on
from autograder.judging.object_answers import ObjectAnswer
from autograder.judging.outgoing import Unsendable
from autograder.judging.same_values import same
from autograder.judging.session_process import SessionProcess
from autograder.sandbox.arguments import MAX_CALLS, Recorder
from autograder.sandbox.kept_objects import KeptObjects
from autograder.sandbox.launcher import Starters
from autograder.sandbox.worker_handle import WorkerLost
from autograder.transport.pandas_tables import pack
from autograder.transport.wire import Described, encode

pytestmark = pytest.mark.usefixtures("warm_servers")

pandas = pytest.importorskip("pandas")

GIVE_ON = 'def test_use(use, fit):\n    """x"""\n    table = pd.DataFrame({"age": [1.0, 3.0]})\n'
PAIR = GIVE_ON + "    first = expect(fit(table)).item(0).answer\n    expect(use(table, first)).is_a_table().has_the_rows({'age': [-1.0, 1.0]})\n"
ODD = {
    "equal to all": "def __eq__(self, other): return True",
    "raises when compared": "def __eq__(self, other): raise SystemExit",
    "no length": "def __len__(self): raise MemoryError",
    "a huge length": "def __len__(self): return 2**62",
    "an array that is none": "def __array__(self, *a, **b): raise RuntimeError",
    "any attribute": "def __getattr__(self, name): return 7",
    "another class": "__class__ = property(lambda self: list)",
    "raises for its class": "__class__ = property(lambda self: 1 / 0)",
    "ends the process when it goes": "def __del__(self): import os; os._exit(0)",
    "a text that raises": "def __repr__(self): raise ValueError",
}


@pytest.mark.parametrize("level", ["full", "reduced", "none"])
def test_a_page_that_reads_a_table_is_not_suspicious(tmp_path, level):
    """pandas looks for the number of processors in files that no worker may open, also where the page imports pandas itself."""
    with Starters(highest_level=level) as starters:
        found, report = judged(tmp_path, PAGE, starters, SETTINGS.replace(', "pandas"', ""))
    assert found["read"][0] is Outcome.PASSED
    assert report.suspicions == () and report.notes == ()


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_object_is_passed_on_and_breaks_nothing(tmp_path, starters, odd):
    page = PAGE.replace("class Mean:\n", f"class Mean:\n    {odd}\n\n").replace("if not isinstance(mean, Mean)", "if type(mean) is not Mean")
    found, _report = judged(tmp_path, page, starters)
    assert Outcome.BROKEN not in {outcome for outcome, _ in found.values()}, found
    assert found["read"][0] is found["walk"][0] is Outcome.PASSED


def test_an_item_of_an_answer_is_passed_on_as_the_very_object(tmp_path, starters):
    page = PAGE.replace('return Mean(table["age"].mean())', 'return Mean(table["age"].mean()), 5')
    found, _report = judged(tmp_path, page, starters, use=PAIR)
    assert found["use"][0] is Outcome.PASSED, found["use"]


def test_what_can_be_read_only_once_fails_the_check_and_is_no_gift(tmp_path, starters):
    page = PAGE.replace('return Mean(table["age"].mean())', "return (one for one in [1])")
    found, _report = judged(tmp_path, page, starters)
    assert found["use"][0] is Outcome.FAILED and "cannot be passed to use: it can be read only once" in found["use"][1]


def test_an_object_whose_process_has_ended_is_told(tmp_path, starters):
    check = GIVE_ON + (
        "    fitted = fit(table)\n    try:\n        use(None, fitted)\n    except Exception:\n        pass\n    use(table, fitted)\n"
    )
    page = PAGE.replace("    if not isinstance(mean, Mean)", "    if table is None:\n        import os\n        os._exit(0)\n    if not isinstance(mean, Mean)")
    found, _report = judged(tmp_path, page, starters, use=check)
    assert found["use"] == (Outcome.SKIPPED, "Not tried: the process that held an earlier answer was stopped (crashed).")


def test_a_value_that_was_taken_out_of_an_answer_arrives_as_what_it_holds(tmp_path, starters):
    page = PAGE.replace('return Mean(table["age"].mean())', 'return table["age"].mean(), {"a": [1]}.items()').replace(
        "if not isinstance(mean, Mean)", "if mean != (2.0, [('a', [1])])"
    )
    found, _report = judged(tmp_path, page.replace("- mean.mean", "- mean[0]"), starters, use=GIVE_ON + "    use(table, fit(table).value)\n")
    assert found["use"][0] is Outcome.PASSED, found["use"]


def test_what_holds_nothing_fails_the_check_that_passes_it_on(tmp_path, starters):
    found, _report = judged(tmp_path, PAGE, starters, use=GIVE_ON + "    use(table, [fit(table).value])\n")
    assert found["use"] == (Outcome.FAILED, "The answer holds a Mean, which cannot be passed on.")


OURS = {
    "a table that no worker could make again": "use(pd.DataFrame({'a': pd.to_datetime(['2020-01-01']).tz_localize(dateutil.tz.gettz('Europe/Paris'))}), 1)",
    "more files than a worker has room for": "use([File('a', bytes(20 * 2**20)), File('b', bytes(20 * 2**20))], 1)",
    "a table that is too large": "use(pd.DataFrame(np.zeros((1001, 5000), np.int8)), 1)",
    "something inside a table": "use(pd.DataFrame({'a': [object()]}), 1)",
}


@pytest.mark.parametrize("call", OURS.values(), ids=OURS)
def test_what_a_check_passes_wrongly_costs_the_student_nothing(tmp_path, starters, call):
    found, _report = judged(tmp_path, PAGE, starters, use=f'def test_use(use):\n    """x"""\n    import dateutil.tz\n    {call}\n')
    assert found["use"][0] is Outcome.BROKEN and "Unsendable" in found["use"][1], found["use"]


def test_what_a_page_makes_too_large_to_be_sent_again_is_not_our_fault():
    assert passing_on.fits({"a": [1.5] * 10_000, "b": np.zeros(10**6)})
    deep: list = []
    for _ in range(14):
        deep = [deep]
    for value in ([[0] * 10_000] * 6, "x" * 2**21, np.zeros(10**8, np.uint8), deep, object()):
        assert not passing_on.fits(value)


VALUES = {
    "a table": pack(pandas.DataFrame({"a": [1, 2], "b": ["x", None]}), lambda cell: cell),
    "numbers": (np.zeros(3), [1, {"a": None}]),
    "a number of NumPy's": Described("scalar", "numpy.float64", 0.5),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_what_is_plain_is_sent_again_where_the_object_is_gone(value):
    session = SimpleNamespace(process=SimpleNamespace(worker="a new one", last_loss=None))
    given = ObjectAnswer("fit(table)", value, connection=SimpleNamespace(session=session), worker="the one before")
    sent = passing_on.passed_on(given, session, "use", "use(mean)")
    assert not isinstance(sent, Described) and same(sent, value.content if isinstance(value, Described) else value)
    for kind in ("opaque", "model"):
        with pytest.raises(CallLost):
            passing_on.passed_on(replace(given, value=Described(kind, "Mean", None)), session, "use", "use(mean)")


def test_an_answer_of_another_submission_is_our_fault():
    given = ObjectAnswer("fit(table)", Described("opaque", "Mean", None), connection=SimpleNamespace(session="another"), worker=None)
    with pytest.raises(Unsendable, match="the page of another student"):
        passing_on.passed_on(given, SimpleNamespace(), "use", "use(mean)")


def test_a_folder_that_a_page_made_unusable_loses_its_process_and_a_full_disk_is_ours(tmp_path, monkeypatch):
    ended = []
    process = SessionProcess(SimpleNamespace())
    process.worker = SimpleNamespace(level="reduced", folder=str(tmp_path), close=lambda: ended.append(True))
    assert Path(process.file(File("a.txt", "x")).content).read_bytes() == b"x"
    (tmp_path / "given-2").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WorkerLost, match="its folder cannot be used"):
        process.file(File("a.txt", "x"))
    assert ended == [True] and not (tmp_path / "elsewhere").exists()

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr("os.mkdir", full)
    with pytest.raises(OSError, match="no space"):
        process.file(File("a.txt", "x"))


def test_a_page_that_no_message_holds_fails_its_checks_and_is_not_our_fault(tmp_path, starters):
    page = f'{PAGE.replace("def walk(", "def walk_well(")}\nX = "{chr(0x1F600) * 1_400_000}"\n\ndef walk(function, items):\n    return X\n'
    found, _report = judged(tmp_path, page, starters)
    outcome, message = found["walk"]
    assert outcome is Outcome.FAILED
    assert message.startswith(f"The function needs 2 statements of a page of {len(page):,} characters. That is too much to be run.")


def test_only_calls_are_among_the_calls_of_a_callback():
    forged = Described("calls", "f", [(1,), [2], None])
    assert Answer("f()", 1, arguments={"f": forged}).calls_of("f") == [(1,)]
    assert Answer("f()", 1, arguments={"f": Described("calls", "f", 7)}).calls_of("f") == []


def test_a_number_that_was_never_given_finds_nothing():
    kept = KeptObjects()
    handle = kept.keep({"mean": [1.0]})
    assert kept.get((handle, "mean", 0)) == 1.0
    with pytest.raises(KeyError):
        kept.get((handle + 1,))


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/etc/passwd", "a\\b", "a\0", "x" * 101])
def test_the_name_of_a_file_has_no_folder_in_it(name):
    with pytest.raises(ValueError, match="is not the name of a file"):
        File(name, "")


def test_a_callback_raises_an_exception_of_pythons_only():
    assert Callback(raises="ValueError").settings["raises"] == "ValueError"
    for name in ("Nonsense", "print", "__import__", "SystemExit", "KeyboardInterrupt"):
        with pytest.raises(ValueError, match="is not one of Python's exceptions"):
            Callback(raises=name)
    with pytest.raises(ValueError, match="a callback cannot raise UnicodeDecodeError"):
        Callback(raises="UnicodeDecodeError")


@pytest.mark.parametrize("argument", [np.zeros(2**17), list(range(10_000)), {"a": [[[0] * 1000] * 10]}], ids=["array", "list", "nested"])
def test_the_record_of_a_callback_fits_into_a_message(argument):
    recorder = Recorder("callback", Callback(returns=1).settings)
    for _ in range(MAX_CALLS + 5):
        assert recorder(argument) == 1
    assert len(recorder.calls) == MAX_CALLS and isinstance(recorder.calls[-1][0], Described)
    assert sum(map(len, encode(recorder.calls))) < 32 * 2**20


def test_an_item_of_a_set_is_passed_on_as_an_equal_value(tmp_path, starters):
    """The object itself has no item that could be asked for by its place."""
    page = PAGE.replace('return Mean(table["age"].mean())', 'return {table["age"].mean()}').replace(
        "if not isinstance(mean, Mean)", "if mean != 2.0"
    )
    found, _report = judged(tmp_path, page.replace("- mean.mean", "- mean"), starters, use=PAIR)
    assert found["use"][0] is Outcome.PASSED, found["use"]


def test_a_file_may_have_so_many_bytes():
    assert len(File("a.csv", bytes(32 * 2**20)).content) == 32 * 2**20
    with pytest.raises(ValueError, match="bytes"):
        File("a.csv", bytes(32 * 2**20 + 1))
