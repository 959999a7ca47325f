"""Which files of a folder are an assignment's source: those that are copied into a course or a pack.

An assignment may be a whole Git repository. Then its built form, an environment, a course or a class's submissions may be
beside its page.
"""

from __future__ import annotations

from pathlib import Path

from autograder.core.languages import message

FOLDERS = ("alternatives", "checks", "data", "locale", "mistakes")  # the others are not the engine's


def source_files(folder: Path) -> dict[str, Path]:
    """Name -> path of the files beside the page and of those in its known folders, without caches and without what begins
    with a dot.

    Args:
        folder: of the instructors' form.

    Example:
        >>> list(source_files(Path("solutions/words")))  # doctest: +SKIP
        ['assignment.toml', 'checks/test_count.py', 'mistakes/count__forgets_the_last.py', 'words.py']
    """
    paths = [*folder.glob("*"), *(path for name in FOLDERS for path in (folder / name).rglob("*"))]
    named = {path.relative_to(folder): path for path in paths if path.is_file() and path.suffix != ".pyc"}
    kept = [name for name in named if "__pycache__" not in name.parts and not any(part.startswith(".") for part in name.parts)]
    return {name.as_posix(): named[name] for name in sorted(kept)}


def encoding_fault(content: bytes) -> str:
    """Why a file's content is not text, with the line; empty if it is.

    Example:
        >>> encoding_fault(b"one\\ncaf\\xe9\\n")
        'line 2: this is not UTF-8. Save the file as UTF-8.'
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return message("line {line}: this is not UTF-8. Save the file as UTF-8.", line=line)
    before, null, _after = text.partition("\0")
    line = before.count("\n") + 1
    return message("line {line}: there is a null byte. Delete it.", line=line) if null else ""


def in_line(file: str, line: int | None, said: str) -> str:
    """What is wrong in a line of a file.

    Args:
        line: from 1 on; None where it is not known. said: a sentence.

    Example:
        >>> in_line("test_double.py", 9, "double has no docstring.")
        'test_double.py, line 9: double has no docstring.'
    """
    return message("{file}, line {line}: {said}", file=file, line=line, said=said)
