"""Plain English, held: phrases that a reader has to translate, each with the better wording.

Looked at are the sentences that a user can meet (the engine's messages and its text files, README, the page, the checks,
mistakes, alternatives and hints) and the docstrings of the engine.
"""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = 3  # a text of fewer is a name or a key
HOLE = "…"  # in the place of what an f-string fills in

RULES = {
    r"(?<!there )(?<!it )\bis no (?!longer\b|more\b)\w+": "is not a …",
    r"\b(nobody|somebody)\b": "name who it is: a student, another user; or say it without a person",
    r"\bpictures?\b": "image; what Matplotlib draws is a figure",
    r"(?<!one )\bof (its|their|your|one's|his|her) own\b": "its own …, a separate …",
    r"\bc(omes?|ame) to\b": "is, adds up to",
    r"\bhand(s|ed|ing)\b(?!:)|\bhand (in|out|over|it|them)\b": "pass, give; of students' work: submit",
    r"\bat hand\b": "available",
    r"\banew\b": "again",
    r"\bmend(s|ed)?\b": "fix, repair",
    r"\bstands?\b(?!-| for\b| out\b)": "is",
    r"\bnowadays\b": "now",
    r"\bspelling slip\b": "typing mistake",
    r"\balso where\b": "even if",
    r"\bwork(s|ed)? out\b": "calculate",
    r"\b(together they|they together) make\b": "they add up to",
    r"\bwr(ite|ites|itten) over\b": "overwrite",
    r"\bfaults? of (the kit|ours)\b": "bug in the kit",
    r"\bwho(ever)? [^.:;]*\bis told\b": "say what the reader sees",
    r"\bon (its|their) heads?\b": "upside down",
    r"\basked (for )?(is|are)\b": "… is expected",
    r"\bchanged places\b": "swapped",
    r"\bthe very (same|figure|file|model)\b": "the same",
    r"\bsay which\b.* is meant\b": "name the …",
    r"\bone word too many\b": "unexpected argument",
}
EXEMPT = {"The very same file was handed in by:", "The same answers, up to the layout, were handed in by:"}  # of old reports
MESSAGES = [path for ending in ("py", "txt", "j2") for path in sorted((ROOT / "autograder").rglob(f"*.{ending}"))]
CONTENT = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "solutions").glob("*/*.py")),
    *sorted((ROOT / "solutions").glob("*/*/*.py")),
    *sorted((ROOT / "solutions").glob("*/assignment.toml")),
]


def docstrings(tree: ast.Module) -> list[ast.Constant]:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [node.body[0] for node in ast.walk(tree) if isinstance(node, kinds) and node.body]
    found = [node.value for node in first if isinstance(node, ast.Expr)]
    return [node for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def helps(tree: ast.Module) -> list[ast.Constant]:
    """Docstrings that click shows as the help of a command."""
    called = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    shown = [node for node in called if re.search(r"\b(command|group)\(", " ".join(map(ast.unparse, node.decorator_list)))]
    return [node.body[0].value for node in shown if ast.get_docstring(node)]


def texts(node: ast.AST, apart: set[int]) -> list[tuple[int, str]]:
    """(line, text) of each string, an f-string as one; docstrings stay apart."""
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else HOLE for part in node.values]
        inside = [found for part in node.values if isinstance(part, ast.FormattedValue) for found in texts(part, apart)]
        return [(node.lineno, "".join(map(str, parts))), *inside]
    if isinstance(node, ast.Constant):
        return [(node.lineno, node.value)] if isinstance(node.value, str) and id(node) not in apart else []
    return [found for child in ast.iter_child_nodes(node) for found in texts(child, apart)]


def messages(source: str) -> list[tuple[int, str]]:
    """The sentences among a module's strings."""
    tree = ast.parse(source)
    found = texts(tree, {id(node) for node in docstrings(tree)} - {id(node) for node in helps(tree)})
    return [(line, text) for line, text in found if len(re.findall(r"[^\W\d_]{2,}", text)) >= WORDS]


def template(source: str) -> list[tuple[int, str]]:
    """The lines of an HTML template, with holes in the place of values and tags."""
    filled = re.sub(r"{{.*?}}|<[^>]*>", HOLE, re.sub(r"{#.*?#}|{%.*?%}", "", source))
    return list(enumerate(filled.splitlines(), 1))


def content(path: Path) -> list[tuple[int, str]]:
    """What students read of a file: a page's prose and its docstrings, a mistake's lesson, hints, README's paragraphs."""
    source = path.read_text("utf-8")
    if path.suffix == ".toml":
        hints = [hint for one in tomllib.loads(source)["exercises"].values() for hint in one.get("hints", ())]
        return [(1, hint) for hint in hints]
    if path.suffix != ".py":
        return [(1 + source[: match.start()].count("\n"), match[0]) for match in re.finditer(r"(?:.+\n)+", source)]
    prose = [(number, line[2:]) for number, line in enumerate(source.splitlines(), 1) if line.startswith("# ")]
    return [*prose, *((node.lineno, node.value) for node in docstrings(ast.parse(source))), *messages(source)]


def broken(text: str) -> list[str]:
    """What is wrong with a text, and the better wording."""
    plain = re.sub(r"``[^`]*``|`[^`]*`|<[a-z/][^>]*>", HOLE, " ".join(text.split()))
    found = {rule: re.search(rule, plain, re.IGNORECASE) for rule in RULES if plain.strip() not in EXEMPT}
    return [f"{match[0]!r}: better {RULES[rule]!r}" for rule, match in found.items() if match]


def complaints(path: Path, found: list[tuple[int, str]]) -> list[str]:
    name = path.relative_to(ROOT).as_posix()
    return [f"{name}:{line}: {wrong} ({' '.join(text.split())[:90]})" for line, text in found for wrong in broken(text)]


def test_the_engines_messages_are_plain():
    found = []
    for path in MESSAGES:
        source = path.read_text("utf-8")
        kinds = {".py": messages, ".j2": template}
        sentences = kinds.get(path.suffix, lambda text: [(1, one) for one in text.split("\n\n")])(source)
        found += complaints(path, sentences)
    assert len(MESSAGES) > 100 and not found, "\n".join(found)


def test_the_docstrings_of_the_engine_are_plain():
    found = []
    for path in MESSAGES:
        if path.suffix == ".py":
            nodes = docstrings(ast.parse(path.read_text("utf-8")))
            found += complaints(path, [(node.lineno, node.value) for node in nodes])
    assert not found, "\n".join(found)


def test_what_students_read_is_plain():
    found = []
    for path in CONTENT:
        found += complaints(path, content(path))
    assert len(CONTENT) > 100 and not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    ["raise ValueError(f'{path} is no page: a page ends in .py.')", "say('Not written, because nobody is there')",
     "x = ('Mend this ' 'first, then   autograder check')", "f(hint=f'{a} is as you {b} received it; write it anew')",
     "print('The checks' if 1 else f'It is {what} stands here')"],
)  # fmt: skip
def test_a_phrase_that_has_to_be_translated_would_be_found(source):
    """The checks above can fail."""
    assert [wrong for _line, text in messages(source) for wrong in broken(text)]


def test_a_phrase_in_a_template_would_be_found():
    source = "{# Nobody reads this. #}\n<p>{{ count }} picture{% if many %}s{% endif %} left out</p>"
    found = [(line, wrong.split(':')[0]) for line, text in template(source) for wrong in broken(text)]
    assert found == [(2, "'pictures'")]


@pytest.mark.parametrize(
    "text",
    ["There is no page here.", "It is no longer there.", "None stands for the number of images.", "Unpack it by hand.",
     "Read ``pictures`` and `nobody`.", "Understand it first."],
)  # fmt: skip
def test_plain_sentences_pass(text):
    assert not broken(text)


def test_docstrings_names_and_keys_are_no_messages():
    assert messages('"""Nobody mends it anew."""\nx = {"handed in": "pictures"}\n') == []


def test_the_help_of_a_command_is_a_message():
    source = '@click.command(cls=Command)\n@page\ndef run():\n    """Mend the page here."""'
    assert messages(source) == [(4, "Mend the page here.")]


def test_every_rule_finds_something():
    samples = """X is no page. nobody. a picture. of its own. comes to. handed. at hand. anew. mends. stands. nowadays.
    spelling slip. also where. works out. together they make. written over. a fault of the kit. who asks is told.
    on its head. asked is one. changed places. the very same. say which page is meant. one word too many."""
    assert [rule for rule in RULES if not re.search(rule, " ".join(samples.split()), re.IGNORECASE)] == []
