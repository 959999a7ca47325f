"""click's own sentences: all that the installed click has are translated, Korean chooses its particles, and English stays what click says."""

import ast
import gettext
import subprocess
import sys
from pathlib import Path

import click
import pytest
from plain_english import plain_english
from pseudo_locale import NAME, pseudo_locale

from autograder.cli import click_texts, compat, main
from autograder.core.languages import catalogue, choice
from autograder.core.languages.choice import reading_in
from autograder.core.languages.messages import ENGLISH, Message

WRONG = [
    "--wrong", "check --wrong", "check --isolaton full", "check --isolation x", "hint", "check --seed x", "check --seed", "check --public=3", "course", "course x",
    "audit --sample 0", "audit --sample x", "override --points x", "doctor a", "doctor a b", "pack", "pack x --for y", "verify", "explain", "desk --port 99999",
]  # fmt: skip


def said_by_click():
    """What click marks with ``_`` and ``ngettext``: its wording -> that for several, or None. Of what is no plain text, the source."""
    found = {}
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in compat.MARKS:
                texts = [one.value if isinstance(one, ast.Constant) else ast.unparse(one) for one in node.args[:2]]
                found[texts[0]] = texts[1] if node.func.id == "ngettext" else None
    return found


def test_the_installed_click_says_nothing_that_has_no_korean_text():
    said = said_by_click()
    assert len(said) > 40
    said.pop("extra['required']", None)  # the value is "required"
    known = {**click_texts.TEXTS, **{one: Message(one) for one in click_texts.KEPT}}
    unknown = [one for one in said if compat.CONVERSION.sub(r"{\1}", one) not in known]
    assert unknown == [], "add them to autograder/cli/click_texts.py, and translate them"
    assert [one for one in [*known.values(), *click_texts.PUT_IN.values()] if not catalogue.translated(one, "ko")] == []


@pytest.mark.parametrize("mark", compat.MARKS)
def test_each_module_of_click_that_speaks_asks_here(mark):
    compat.speak()
    marks = {getattr(module, mark) for name, module in sys.modules.items() if name.startswith("click.") and hasattr(module, mark)}
    assert marks == {compat.MARKS[mark]}


def test_what_click_fills_in_has_the_particle_that_fits():
    compat.speak()
    option = click.Option(["--level"], type=click.Choice(["low", "high"]))
    with reading_in("ko"):
        assert str(click.NoSuchOption("--words").message) == "'--words'라는 옵션은 없습니다."
        assert str(click.NoSuchOption("--value").message) == "'--value'라는 옵션은 없습니다."
        assert str(click.NoSuchOption("--label").message) == "'--label'이라는 옵션은 없습니다."
        with pytest.raises(click.BadParameter) as caught:
            click.IntRange(1).convert("x", option, None)
        assert caught.value.format_message() == "'--level'의 값이 올바르지 않습니다. 'x'는 올바른 정수가 아닙니다."
        with pytest.raises(click.BadParameter) as caught:
            option.type.convert("mid", option, None)
        assert caught.value.message == "'mid'는 쓸 수 없습니다. 쓸 수 있는 값: 'low', 'high'."
        missing = click.MissingParameter(param=option)
        assert compat.usage_problem(missing) == "'--level' 옵션이 빠졌습니다. 이 가운데에서 고르세요:\n\tlow,\n\thigh"


def test_a_sentence_that_is_not_known_stays_as_it_is():
    with reading_in("ko"):
        assert compat.MARKS["_"]("Something {new!r}.").format(new="x") == "Something 'x'."
        assert compat.MARKS["ngettext"]("{n} thing", "{n} things", 2).format(n=2) == "2 things"


def test_what_click_makes_once_is_kept_in_english():
    """its help of --help is made for whoever asks first, and read by others"""
    with reading_in("ko"):
        kept = {one: compat.MARKS["_"](one) for one in click_texts.KEPT}
    assert all(one == text for one, text in kept.items()) and "Show this message and exit." in kept


@pytest.mark.parametrize("command", WRONG)
def test_what_is_wrong_with_typed_words(command, capsys, monkeypatch):
    monkeypatch.setenv(choice.VARIABLE, NAME)
    with pseudo_locale():
        choice.read_in(ENGLISH)
        assert main(command.split()) == 2
    said = capsys.readouterr().err
    assert plain_english(said) == [] and not any(line.isascii() for line in said.strip().splitlines() if not line.startswith("\t")), said


@pytest.mark.parametrize("words", [["--language", "ko", "--wrong"], ["--wrong", "--language=ko"], ["--seed", "x", "--language", "ko"], ["--language", "ko", "--seed"]])
def test_the_language_that_is_typed_is_that_of_an_error_in_the_same_words(words, typed, monkeypatch):
    monkeypatch.setenv(choice.VARIABLE, ENGLISH)
    code, _out, err = typed(" ".join(["check", *words]))
    assert code == 2 and ("옵션" in err or "올바르지" in err)
    assert "No such option" in typed("check --wrong")[2]


def test_english_is_what_click_says_and_loads_no_texts():
    code = (
        "import sys; from autograder.cli import main\n"
        "for words in (['check', '--isolaton', 'x'], ['hint'], ['check', '--seed'], ['pack'], ['check', '--help'], ['doctor', 'a', 'b']): main(words)\n"
        "print([one for one in sys.modules if one.endswith(('click_texts', 'languages.catalogue', 'particles'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"LANG": "C.UTF-8", "PATH": ""})
    assert done.stdout.endswith("\n[]\n") and "Usage: autograder check" in done.stdout, done.stderr
    for said in ("Missing argument '[FILE] EXERCISE'.\n", "Option '--seed' requires an argument.\n", "Got unexpected extra arguments (a b)\n"):
        assert f"autograder: {said}" in done.stderr


def test_the_standard_library_keeps_its_own():
    compat.speak()
    with reading_in("ko"):
        assert gettext.gettext("Usage:") == "Usage:"
