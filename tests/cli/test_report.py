"""``autograder report DIR``: everything is made again from the JSON and the figures, and what is wrong is one sentence."""

import json
from dataclasses import replace

import pytest
from reports_sample import BY_256, nothing, picture, report, sample_class

from autograder.core.records import Status
from autograder.reports import file_stems, outline, write_report


@pytest.fixture
def run(tmp_path, monkeypatch, typed):
    """``run("report …")``: (exit code, what was printed, what was printed as an error)."""
    monkeypatch.chdir(tmp_path)

    return typed


@pytest.fixture
def kept(tmp_path):
    """``kept(reports…)``: the folder ``kept`` with the JSON and the figures of these, and nothing that can be made again."""

    def write(*reports):
        folder = tmp_path / "kept"
        stems = file_stems(one.submission for one in reports)
        for one in reports:
            write_report(one, folder, stems[one.submission])
        for page in (folder / "pages").iterdir():
            page.unlink()
        (folder / "pages").rmdir()
        return folder

    return write


def test_everything_is_made_again(run, kept):
    folder = kept(report("ada"), report("ben", normalize=BY_256))
    code, out, error = run("report kept")
    assert (code, error) == (0, "")
    assert "normalize: divides_by_256" in out and "The reports of 2 submissions, a page for each: kept/" in out
    assert out.endswith("Next: open the class report   kept/report.html\n")
    page = (folder / "report.html").read_text("utf-8")
    assert 'href="pages/ben.html"' in page and "divides_by_256" in page
    assert (folder / "pages" / "ada.html").read_text("utf-8").count("<img") == 2  # figures, from their own files
    assert (folder / "grades.csv").read_text("utf-8").count("\n") == 4
    assert not [path for path in folder.rglob("*") if path.name.startswith(".")]


def test_it_is_what_grading_wrote(run, kept):
    """The pages hold the same, byte for byte, as those that were written with the reports."""
    made = sample_class()
    folder = kept(*made)
    stems = file_stems(one.submission for one in made)
    before = {}
    for one in made:
        if one.submission.startswith(".."):  # its damaged figures are not kept, so nothing can be said about them
            continue
        write_report(one, folder, stems[one.submission])
        path = folder / "pages" / f"{stems[one.submission]}.html"
        before[path] = path.read_bytes()
        path.unlink()
    assert run("report kept")[0] == 1  # not all have a mark
    assert {path: path.read_bytes() for path in before} == before and len(before) == 12


def test_links_lead_to_pages_whatever_the_files_are_called(run, kept):
    folder = kept(report("ada"), report("Ben & co"))
    (folder / "ada.json").rename(folder / "renamed by hand.json")
    assert run("report kept")[0] == 0
    page = (folder / "report.html").read_text("utf-8")
    links = {part.partition('"')[0] for part in page.split('href="pages/')[1:]}
    assert links == {path.name for path in (folder / "pages").iterdir()} and len(links) == 2


def test_the_same_weights_are_noted_once(run, kept):
    """The note is in the JSON from before, or, after an interruption, in none; the page has it in both cases once."""
    twins = [replace(report(name), fingerprints=("00ff",)) for name in ("ada", "ben", "eve")]
    twins[0] = replace(twins[0], suspicions=("The same trained weights are in: ben.",))
    folder = kept(*twins)
    assert run("report kept")[0] == 0
    page = (folder / "report.html").read_text("utf-8")
    assert page.count("The same trained weights are in: ben, eve.") == 1
    assert page.count("The same trained weights are in: ") == 3
    assert "The same trained weights are in: ada, eve." in (folder / "pages" / "ben.html").read_text("utf-8")
    assert json.loads((folder / "ada.json").read_bytes())["suspicions"] == ["The same trained weights are in: ben."]


def test_the_title_is_the_assignments_where_it_is_at_hand(run, kept, tmp_path):
    kept(report("ada"))
    run("report kept")
    assert "<h1>MNIST: a first neural network</h1>" in (tmp_path / "kept" / "report.html").read_text("utf-8")


def test_a_name_in_a_report_is_no_path(run, kept, tmp_path):
    """The assignment's name comes from a file; it must not lead anywhere."""
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "assignment.toml").write_text("format = 99")
    folder = kept(replace(report("ada"), assignment=str(other)))
    assert run("report kept")[0] == 0
    assert f"<h1>{other}" in (folder / "report.html").read_text("utf-8")


def test_pages_to_hand_out_leave_out_what_hidden_checks_saw(run, kept, tmp_path):
    secret = {
        "test_a_missing_class": {
            "output": "hidden input",
            "measurements": {"accuracy": 0.5},
            "mistake": "adds_one",
            "feedback": "You added one.",
        }
    }
    kept(replace(report("ada", count_labels=secret), suspicions=("looks odd",)))
    code, out, _error = run("report kept --for-students out/pages")
    assert code == 0 and "Pages for students: out/pages/" in out
    given, ours = ((tmp_path / folder / "ada.html").read_text("utf-8") for folder in ("out/pages", "kept/pages"))
    assert "90 of 100" not in given and "97 of 100 points" in given and given.count("<img") == 2
    for word in ("hidden input", "seed 17", "adds_one", "looks odd", "Measured: accuracy 0.5.", "Back to the class"):
        assert word in ours and word not in given


def test_every_student_gets_a_page_to_hand_out(run, kept, tmp_path):
    kept(report("ada"), report("ben"), report("eve"))
    assert run("report kept --for-students out")[0] == 0
    given = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert sorted(given) == ["ada.html", "ben.html", "eve.html"]
    assert all(f"<h1>{name}: mnist</h1>" in given[f"{name}.html"] for name in ("ada", "ben", "eve"))


def test_no_page_is_handed_out_of_what_cannot_be_read_any_more(run, kept, tmp_path, monkeypatch):
    folder = kept(report("ada"), report("ben"))

    def looked_at(one):
        (folder / f"{one.submission}.json").unlink()
        return outline(one)

    monkeypatch.setattr("autograder.reports.class_stats.outline", looked_at)
    code, out, error = run("report kept --for-students out")
    assert code == 1 and error.count("No page: ") == 2 and "hand out" not in out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("folder", ["kept", "kept/pages", "./kept/../kept"])
def test_pages_to_hand_out_need_a_folder_of_their_own(run, kept, folder):
    kept(report("ada"))
    code, _out, error = run(f"report kept --for-students {folder}")
    assert code == 2 and error.startswith("autograder: Pages for students need a separate, empty folder")


# -- what goes wrong --------------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(run):
    assert run("report nowhere") == (2, "", "autograder: There is no folder nowhere.\n")


def test_a_file_in_place_of_a_folder(run, tmp_path):
    (tmp_path / "ada.json").write_text("{}")
    assert run("report ada.json") == (
        2, "", "autograder: ada.json is a file. Name the folder with the reports.\n",
    )  # fmt: skip


def test_an_empty_folder(run, tmp_path):
    (tmp_path / "empty").mkdir()
    code, out, error = run("report empty")
    assert (code, out) == (2, "")
    assert error == (
        "autograder: There is no report (.json) in empty. To make some, run   "
        "autograder grade PATH --assignment NAME --out empty\n"
    )


def test_no_folder_at_all(run):
    code, _out, error = run("report")
    assert code == 2 and "DIR" in error


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"format": 1, ', "damaged.json is not JSON: line 1, "),
        (b'{"format": 2}', "damaged.json is not a report: not a report of format 1."),
        (b"\xff\xfe", "damaged.json is not UTF-8 text."),
        (b"[1, 2]", "damaged.json is not a report"),
    ],
    ids=["cut off", "another format", "no text", "foreign"],
)
def test_a_damaged_report_is_told_and_the_others_are_shown(run, kept, content, sentence):
    folder = kept(report("ada"))
    (folder / "damaged.json").write_bytes(content)
    code, out, error = run("report kept")
    assert code == 1 and error.count("\n") == 1 and error.startswith(f"Left out: {sentence}")
    assert "The reports of 1 submission," in out and (folder / "report.html").is_file()


def test_nothing_but_damaged_reports(run, tmp_path):
    (tmp_path / "kept").mkdir()
    for place in range(25):
        (tmp_path / "kept" / f"r{place:02}.json").write_text("{")
    code, out, error = run("report kept")
    assert (code, out) == (1, "")
    lines = error.splitlines()
    assert len(lines) == 22 and lines[-2] == "Left out: 5 more files."
    assert lines[-1] == "autograder: None of the .json files in kept is a readable report."
    assert not (tmp_path / "kept" / "report.html").exists()


def test_reports_of_several_assignments(run, kept):
    folder = kept(report("ada"), report("ben"), replace(report("eve"), assignment="fashion"))
    code, out, error = run("report kept")
    assert (code, out) == (2, "")
    assert error == (
        "autograder: The reports in kept are of fashion (1) and mnist (2). Choose one:   --assignment fashion\n"
    )
    assert not (folder / "report.html").exists()
    code, out, _error = run("report kept --assignment mnist")
    assert code == 0 and "The reports of 2 submissions" in out
    assert not (folder / "pages" / "eve.html").exists()


def test_an_unknown_assignment(run, kept):
    kept(report("ada"))
    assert run("report kept --assignment mnits") == (
        2, "", "autograder: There is no report of mnits in kept. Did you mean mnist? There is: mnist.\n",
    )  # fmt: skip


def test_somebody_without_a_mark_is_something_to_fix(run, kept):
    kept(report("ada"), nothing("ben", Status.NOT_GRADED, "The grading process ended twice."))
    code, out, _error = run("report kept")
    assert code == 1 and "The grading process ended twice." in out


def test_a_report_that_goes_away_while_it_is_read(run, kept, monkeypatch):
    folder = kept(report("ada"), report("ben"))

    def looked_at(one):
        (folder / "ada.json").unlink(missing_ok=True)
        return outline(one)

    monkeypatch.setattr("autograder.reports.class_stats.outline", looked_at)
    code, _out, error = run("report kept")
    assert code == 1 and error.startswith("No page: ada.json cannot be opened") and error.count("\n") == 1
    assert (folder / "pages" / "ben.html").is_file()


def test_a_damaged_figure_costs_only_itself(run, kept):
    folder = kept(report("ada", plot_images={"test_25_tiles": {"figure": picture(3)}}))
    (folder / "ada.plot_images.1.png").write_bytes(b"no picture")
    (folder / "ada.plot_images.2.png").unlink()
    assert run("report kept")[0] == 0
    page = (folder / "pages" / "ada.html").read_text("utf-8")
    assert page.count("<img") == 2 and "1 figure left out" in page
