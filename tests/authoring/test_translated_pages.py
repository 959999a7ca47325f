"""What a build writes in other languages."""

import json

import miniature
import pytest
import translated_miniature as translated

from autograder.authoring import build, fingerprints
from autograder.cache import dependencies
from autograder.content import assignment_folder, page_language
from autograder.content.assignment import AssignmentBroken
from autograder.core.settings import Settings
from autograder.judging.judge import SubmissionJudge
from autograder.sandbox.launcher import Starters


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("translated"), translated.FILES))


@pytest.fixture(scope="module")
def store(assignment):
    return fingerprints.signatures(assignment, lambda text: None)


@pytest.fixture
def built(assignment, store, tmp_path):
    build.build(assignment, tmp_path / "miniature", store)
    return tmp_path / "miniature"


def test_the_files_of_a_language(built):
    found = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {"de/miniature.py", "de/miniature.ipynb", "de/README.md", "checks/page.de.py", "checks/locale/de.po"} <= found
    script = (built / "de/miniature.py").read_text("utf-8")
    assert script.startswith("# language: de\n") and "Doppelt so viel" in script and "original=" not in script
    assert script == (built / "checks/page.de.py").read_text("utf-8")
    assert (built / "de/README.md").read_text("utf-8") == "# Zählen\n"


def test_the_notebook_says_its_language_and_has_the_same_cells(built):
    ours, original = (json.loads((built / name).read_text("utf-8")) for name in ("de/miniature.ipynb", "miniature.ipynb"))
    assert page_language.of_notebook(ours) == "de" and page_language.of_notebook(original) == ""
    assert [(cell["id"], cell["metadata"]) for cell in ours["cells"]] == [(cell["id"], cell["metadata"]) for cell in original["cells"]]


def test_nothing_hidden_is_among_them(built):
    everything = b"\n".join(path.read_bytes() for path in built.rglob("*") if path.is_file()).decode()
    for secret in ("2 * numbers", "negative Zahlen", "Vorzeichen", "BEGIN SOLUTION"):
        assert secret not in everything, secret
    for public in ("jede Zahl wird verdoppelt", "Die Funktion addiert zwei."):
        assert public in everything, public


def test_the_original_is_what_it_is_without_a_translation(assignment, store, tmp_path):
    plain = assignment_folder.load(miniature.write(tmp_path))
    assert build.contents(plain, store).items() <= build.contents(assignment, store).items()


def test_an_answer_in_a_translation_leaks_as_little(tmp_path, store):
    comment = "the reference adds the numbers to themselves"
    noted = translated.NOTED.replace("return 2 * numbers", f"return 2 * numbers  # {comment}")
    files = {**translated.FILES, translated.NAME: noted, "README.de.md": f"# Zählen\n\nreturn 2 * numbers  # {comment}\n"}
    one = assignment_folder.load(miniature.write(tmp_path, files))
    with pytest.raises(build.AnswerLeaked, match="README.md"):
        build.build(one, tmp_path / "built", store)


def test_a_translation_with_other_code_is_not_built(tmp_path, store):
    wrong = translated.NOTED.replace("return 2 * numbers", "return 3 * numbers")
    one = assignment_folder.load(miniature.write(tmp_path, {**translated.FILES, translated.NAME: wrong}))
    with pytest.raises(AssignmentBroken, match="the cell double has other code than the original"):
        build.build(one, tmp_path / "built", store)


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path, store):
    one = assignment_folder.load(miniature.write(tmp_path, {**translated.FILES, "locale/de.po": "no catalogue\n"}))
    with pytest.raises(AssignmentBroken, match="de.po cannot be read"):
        build.build(one, tmp_path / "built", store)


def test_it_is_fresh_until_a_translation_changes(assignment, store, built, tmp_path):
    assert build.is_fresh(assignment, built, store) == []
    other = translated.NOTED.replace("Doppelt so viel.", "Zweimal so viel.")
    one = assignment_folder.load(miniature.write(tmp_path / "other", {**translated.FILES, translated.NAME: other}))
    assert build.is_fresh(one, built, store) == ["checks/page.de.py", "de/miniature.ipynb", "de/miniature.py"]
    build.build(assignment, built, store)  # again, over what is there
    (built / "de/miniature.py").write_text("mine")
    with pytest.raises(build.NotOurs, match="was changed after it was built"):
        build.build(assignment, built, store)


def test_a_language_that_is_gone_is_taken_away(built, store, tmp_path):
    plain = assignment_folder.load(miniature.write(tmp_path / "plain"))
    build.build(plain, built, store)
    assert not (built / "de").exists() and not (built / "checks/page.de.py").exists()


def test_files_of_data_are_beside_each_page(store, tmp_path):
    one = assignment_folder.load(miniature.write(tmp_path, {**translated.FILES, "data/marks.csv": "1;2\n"}))
    build.build(one, tmp_path / "built", store)
    assert (tmp_path / "built/de/data/marks.csv").read_text() == (tmp_path / "built/data/marks.csv").read_text() == "1;2\n"
    assert build.is_fresh(one, tmp_path / "built", store) == []
    build.build(one, tmp_path / "built", store)


@pytest.mark.parametrize("public", [False, True])
def test_no_result_depends_on_a_translation(assignment, store, tmp_path, public):
    plain = assignment_folder.load(miniature.write(tmp_path / "plain"))
    pair = [plain, assignment]
    if public:
        for number, one in enumerate(pair):
            build.build(one, tmp_path / str(number) / "miniature", store)
        pair = [assignment_folder.load(tmp_path / str(number) / "miniature") for number in range(2)]
    keys = [dependencies.assignment_key(one, Settings()) for one in pair]
    assert keys[0] == keys[1]


def test_a_page_has_the_same_marks_in_each_language(assignment):
    pages = [f"# Ada\n\n{assignment.source}", f"# language: de\n\n{translated.NOTED}"]  # messages name lines
    pages = [page.replace("return numbers.sum()", "return numbers[-1]") for page in pages]
    with Starters() as starters, SubmissionJudge(assignment, Settings(), starters) as judge:
        judged = [judge.judge(assignment.read_bytes(page.encode(), "miniature.py", "ada")) for page in pages]
    assert judged[0].signature == judged[1].signature
    told = [[(check.name, check.outcome, check.points, check.message) for check in one.report.checks] for one in judged]
    assert told[0] == told[1]
    assert judged[0].report.score == judged[1].report.score == 50
