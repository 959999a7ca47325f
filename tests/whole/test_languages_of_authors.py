"""What the commands of an author print is translated: in a pseudo-locale, no sentence of them stays plain English."""

import ast
from pathlib import Path

import miniature
import pytest
import translated_miniature
from plain_english import is_no_sentence, plain_english
from pseudo_locale import NAME, pseudo_locale, untranslated

from autograder.authoring.translations import SOURCES
from autograder.cli import main
from autograder.content.code_cells import called_name
from autograder.core.languages import choice
from autograder.hosted import pack_engine

COMMANDS = ("audit", "build", "demo", "discover", "draft", "new_assignment", "pack", "translate")
MODULES = [
    *(f"cli/{name}.py" for name in COMMANDS),
    "content/assignment_folder.py", "content/assignment_settings.py", "content/author_faults.py", "content/mistake_signs.py",
    "content/percent_cells.py", "content/solution_markers.py", "content/source_files.py", "content/text_questions.py", "content/translated_page.py",
    "content/variant_faults.py", "content/variant_folder.py", "content/variants.py", "datasets/data_sets.py", "datasets/own.py", "judging/collection.py",
]  # fmt: skip
FOLDERS = ("authoring", "hosted")
NO_KIT = "hosted/classroom50_autograder.py"  # runs before the kit is installed
SAYING = {"print", "say", "tell", "append"}  # functions that are called with a sentence
FOR_FILES = {  # module -> what of its texts is written into files, which are in English; * is all
    "authoring/demo.py": {"xx, once more"},
    "authoring/discovery_drafts.py": {"xx did this without", "name for it", "For example, xx"},
    "authoring/draft.py": {"the result is right with", "the result is right with xx"},
    "authoring/draft_inputs.py": "*",
    "authoring/draft_page.py": "*",
    "authoring/draft_runs.py": {"does not end"},  # begins with ?, and ``in_words`` says it
    "authoring/readme.py": "*",
    "content/text_questions.py": {"YOUR ANSWER HERE", "YOUR CODE HERE"},  # what nbgrader writes
}


def modules() -> list[Path]:
    every = {*(SOURCES / name for name in MODULES), *(path for folder in FOLDERS for path in (SOURCES / folder).glob("*.py"))}
    return sorted(every - {SOURCES / NO_KIT})


def plain_sentences(source: str) -> list[tuple[int, str]]:
    """The line and the text of each sentence of a module that is raised, printed, yielded or put into a list as it is: three plain
    words or more in a text or an f-string, which no translator gets.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        said: list[ast.AST | None] = []
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            said = [*node.exc.args]
        elif isinstance(node, ast.Call) and called_name(node) in SAYING:
            said = [*node.args]
        elif isinstance(node, (ast.Yield, ast.Return)):
            said = [node.value]
        elif isinstance(node, (ast.List, ast.Tuple)):
            said = [*node.elts]
        elif isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            said = [node.elt]
        found += [(one.lineno, words) for one in said if one is not None for words in _plain(one)]
    return sorted(set(found))


def _plain(node: ast.AST) -> list[str]:
    """The plain English in an expression, without what is in a call."""
    if isinstance(node, ast.Constant):
        return untranslated(node.value) if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return untranslated("".join(one.value if isinstance(one, ast.Constant) else "xx" for one in node.values))
    if isinstance(node, (ast.BinOp, ast.IfExp, ast.BoolOp)):
        return [words for one in ast.iter_child_nodes(node) for words in _plain(one)]
    return []


def test_a_plain_sentence_is_found():
    source = 'raise Broken(f"There is no {name} here.")\nprint("Next: do it again")\nsay(message("This is a message."))\nx = ["one of them fails" if y else z]'
    assert plain_sentences(source) == [(1, "There is no xx here"), (2, "Next: do it again"), (4, "one of them fails")]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_no_sentence_of_a_module_is_plain(path):
    known = FOR_FILES.get(path.relative_to(SOURCES).as_posix(), set())
    assert known == "*" or [one for one in plain_sentences(path.read_text("utf-8")) if one[1] not in known] == []


WRONG = '"""Nothing is wrong."""\n\n\ndef double(numbers):\n    return 2 * numbers\n'
ANSWERS = '''"""Small functions."""


def grade(points: int) -> str:
    """Give the grade for points: A from 90, else B."""
    return "A" if points >= 90 else "B"


def many(*numbers: int) -> int:
    """Add."""
    return sum(numbers)
'''
ZIP = "--out pack.zip"


def change(path: str, content: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, "utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts}


@pytest.fixture
def called(monkeypatch, capsys):
    """``called(code, "build")``: what a command prints in the pseudo-locale, if it ends with this exit code and no sentence is plain."""

    def run(code, command):
        assert main(command.split()) == code, (command, capsys.readouterr())
        out, error = capsys.readouterr()
        said = out + error
        plain = [one for one in plain_english(said) if not is_no_sentence(one)]
        assert plain == [] and not said.isascii(), (command, said)
        return said

    monkeypatch.setenv(choice.VARIABLE, NAME)
    with pseudo_locale():
        yield run
    monkeypatch.setenv(choice.VARIABLE, "en")
    choice.speak("")


@pytest.fixture
def here(tmp_path, monkeypatch):
    miniature.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("one_process")
def test_what_audit_build_and_pack_print(here, called, monkeypatch):
    monkeypatch.setattr(pack_engine, "files", lambda: {"pyproject.toml": b""})  # the whole kit is packed in tests/hosted
    called(1, "build --check")
    called(1, "pack --for gradescope")
    called(0, "build")
    called(0, "build --check")
    called(0, "audit")
    called(0, "audit double --sample 1 --seeds 1")
    called(0, f"pack --for gradescope {ZIP}")
    called(2, f"pack --for gradescope {ZIP}")
    called(2, "pack --for gradescope --out pack")
    called(2, "pack --for github-classroom")
    called(0, "pack --for classroom50")
    called(2, "pack --for classroom50")
    called(0, "pack --for github-actions")
    called(0, "audit --variants 2")
    called(2, "build double")
    change("assignments/miniature/mine.txt", "mine")
    called(1, "build")
    change("solutions/miniature/mistakes/double__is_none.py", WRONG)
    called(1, "audit double")
    change("solutions/miniature/mistakes/double__is_none.py", "def double(numbers:\n")
    called(1, "audit")
    change("solutions/miniature/assignment.toml", "format = 2\n")
    called(2, "audit")


def test_what_new_assignment_draft_and_translate_print(here, called):
    for command in ("words", "./deep/other --from table"):
        called(0, f"new-assignment {command}")
    for command in ("words", "Words", "class", "com1", "string", "more --from plane"):
        called(2, f"new-assignment {command}")
    change("answers.py", ANSWERS)
    change("broken.py", "def double(")
    change("nothing.py", "")
    called(0, "draft answers.py")
    called(1, "audit answers")
    called(1, "draft broken.py")
    called(1, "draft nothing.py")
    called(2, "draft no_such.py")
    called(2, "draft answers.py --to no-name")
    called(0, "translate miniature de")
    change("solutions/miniature/miniature.de.py", translated_miniature.PAGE)
    called(0, "translate miniature de --done")
    change("solutions/miniature/miniature.de.py", translated_miniature.PAGE.replace("2 * numbers", "3 * numbers"))
    called(1, "translate miniature de")
    called(2, "translate miniature ../de")
    called(1, "audit --language zz")


@pytest.mark.usefixtures("one_process")
def test_what_is_written_does_not_depend_on_the_language(here, called, tmp_path_factory, monkeypatch):
    """The page, its checks, the evidence of mistakes and drafts are for people who read other languages, too."""
    change("answers.py", ANSWERS)
    called(0, "draft answers.py --to answers")
    called(0, "new-assignment ./words")
    called(0, "build")
    other = tmp_path_factory.mktemp("english")
    miniature.write(other)
    monkeypatch.chdir(other)
    monkeypatch.setenv(choice.VARIABLE, "en")
    change("answers.py", ANSWERS)
    assert [main(command.split()) for command in ("draft answers.py --to answers", "new-assignment ./words", "build")] == [0, 0, 0]
    assert files(here) == files(other) and len(files(here)) > 30
