"""A data set of an assignment's own: the file ``data.py`` beside its settings says how to read it and how to make it.

    \"\"\"marks: the marks of a class\"\"\"

    FILES = ("marks.csv",)
    SHA256 = "2e48…"
    SUBSTITUTE = "made_marks"

    def make(folder):
        return "name;mark\\nAda;1\\n"

Names and title are read from the text of the file. It runs only when its data is needed, and it is trusted as checks are.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import traceback
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.core.files import cache_folder, write_atomically
from autograder.core.languages import message
from autograder.core.system_errors import reason
from autograder.datasets import places
from autograder.datasets.dataset import DamagedDataset, Dataset, DatasetError, Entry, Substitute, first_line

FILE = "data.py"
CONSTANTS = ("FILES", "SHA256", "SUBSTITUTE", "URL")
NEAR = 0.8  # how much a name has to be like one of them to be a slip
MOST_BYTES = 2**30  # of a download


class BrokenDefinition(DatasetError):
    """A ``data.py`` that cannot be used: the author's fault. The text says which line, and what is expected."""


@dataclass(frozen=True)
class OwnData:
    """What a ``data.py`` defines.

    Args:
        path: of the file.
        name: that of the data set, as the assignment's settings have it.
        folder: with the assignment's own files of data, which need not be there.
        text: the file's text.

    Raises:
        BrokenDefinition: something is missing in the file, or impossible.
    """

    path: Path
    name: str
    folder: Path
    text: str

    def __post_init__(self) -> None:
        defined = {node.name for node in self._tree.body if isinstance(node, ast.FunctionDef)}
        for node in self._tree.body:
            for name in _constants(node):
                if name not in CONSTANTS and (near := difflib.get_close_matches(name, CONSTANTS, 1, NEAR)):
                    raise self._broken(message("{name} means nothing here. Did you mean {near}?", name=name, near=near[0]), node)
        if "make" not in defined:
            raise self._broken(message("the function make(folder) is missing: it makes the data, or gives a file of folder."))
        wrong = {"FILES": not _are_names(self.files), "SHA256": not isinstance(self.sha256, str)}
        wrong |= {"SUBSTITUTE": not isinstance(self.substitute, str), "URL": not isinstance(self.url, str)}
        for name, is_wrong in wrong.items():
            if is_wrong:
                said = message("{name} must be a text, written out.", name=name) if name != "FILES" else message("FILES must be a tuple of names.")
                raise self._broken(said)
        if self.files and not self.sha256 and "read" not in defined:
            raise self._broken(message("with FILES it needs SHA256 or read(path), which say whether a file is the data set."))
        if self.files and not (self.substitute.isidentifier() and self.substitute != self.name):
            raise self._broken(message("with FILES it needs SUBSTITUTE, the name of what make(folder) gives."))
        if not self.files and (self.substitute or self.url or self.sha256):
            raise self._broken(message("SUBSTITUTE, SHA256 and URL need FILES, the names that the file of the data set may have."))
        if self.url and not self.sha256:
            raise self._broken(message("URL needs SHA256, which says whether the download is the data set."))

    @property
    def definition(self) -> Entry | Substitute:
        """As the kit's own data sets are defined; one without a file is always made."""
        if not self.files:
            return Substitute(self.name, self.title, self.make)
        made = Substitute(self.substitute, self.substitute.replace("_", " "), self.make)
        return Entry(
            self.name, self.title, self.files, self.read, made, self.kept, self.url, self.download if self.url else None
        )

    @property
    def title(self) -> str:
        """The first line of the file's docstring, as people read it."""
        first = (ast.get_docstring(self._tree) or "").partition("\n")[0].rstrip(". ")
        return first.partition(": ")[2] or first or self.name.replace("_", " ")

    @property
    def files(self) -> tuple[str, ...]:
        return self._constant("FILES", ())

    @property
    def sha256(self) -> str:
        return self._constant("SHA256", "")

    @property
    def substitute(self) -> str:
        return self._constant("SUBSTITUTE", "")

    @property
    def url(self) -> str:
        return self._constant("URL", "")

    def make(self) -> Dataset:
        """The data that ``make(folder)`` gives.

        Raises:
            BrokenDefinition: it fails, or gives something else than data.
        """
        return self._dataset(self.substitute or self.name, "made by the assignment", self._call("make", self.folder))

    def read(self, path: Path) -> Dataset:
        """The data set in a file, if it is the data set.

        Raises:
            DamagedDataset: the file holds something else. BrokenDefinition: ``read(path)`` fails.
        """
        try:
            content = path.read_bytes() if self.sha256 else b""
        except OSError as error:
            raise DamagedDataset(message("{file} cannot be read: {error}.", file=path, error=reason(error))) from error
        if self.sha256 and hashlib.sha256(content).hexdigest() != self.sha256.lower():
            raise DamagedDataset(message("{file} is not {title}: its content is different.", file=path, title=self.title))
        if not hasattr(self._module, "read"):
            return Dataset(self.name, str(path), path=path)
        try:
            found = self._call("read", path)
        except _Refused as error:
            raise DamagedDataset(message("{file} is not {title}: {why}.", file=path, title=self.title, why=first_line(error))) from error
        return self._dataset(self.name, str(path), found)

    def kept(self, _folder: Path) -> list:
        """Where an earlier download is."""
        return [(self._download, self.read)] if self.url else []

    def download(self) -> Dataset:
        """The data set from ``URL``, verified and kept."""
        content = places.fetched(self.url, MOST_BYTES)
        if hashlib.sha256(content).hexdigest() != self.sha256.lower():
            raise DamagedDataset(message("{file} is not {title}: its content is different.", file=message("The download"), title=self.title))
        self._download.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._download, content)
        return self.read(self._download)

    @property
    def _download(self) -> Path:
        return cache_folder() / f"{self.name}-{self.sha256[:12]}{Path(self.files[0]).suffix}"

    def _dataset(self, name: str, origin: str, value: Any) -> Dataset:
        """What ``read`` or ``make`` gave: a file, a file's content, or arrays for training and for testing."""
        if isinstance(value, Path) and value.is_file():
            return Dataset(name, origin, path=value)
        if isinstance(value, (str, bytes)):
            content = value.encode() if isinstance(value, str) else value
            suffix = Path(self.files[0]).suffix if self.files else ".txt"
            path = cache_folder() / f"{name}-{hashlib.sha256(content).hexdigest()[:12]}{suffix}"
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(path, content)
            return Dataset(name, origin, path=path)
        try:
            (rows, labels), (test_rows, test_labels) = value
            fits = len(rows.shape) > 0 and len(rows) == len(labels) and len(test_rows) == len(test_labels)
        except (TypeError, ValueError, AttributeError):
            fits = False
        if not fits:
            raise self._broken(
                message(
                    "data must be the Path of a file that is there, a file's content, or (rows, labels), (test_rows, test_labels) "
                    "with arrays; it is {kind}.",
                    kind=type(value).__name__,
                )
            )
        return Dataset(name, origin, (rows, labels), (test_rows, test_labels))

    def _call(self, function: str, argument: Path) -> Any:
        try:
            return getattr(self._module, function)(argument)
        except ValueError as error:
            raise (_Refused(str(error)) if function == "read" else self._failed(error)) from error
        except Exception as error:
            raise self._failed(error) from error

    @cached_property
    def _module(self) -> ModuleType:
        """The file, run."""
        module = ModuleType(f"data_of_{self.name}")
        module.__file__ = str(self.path)
        try:
            exec(compile(self.text, str(self.path), "exec"), vars(module))  # noqa: S102 - an author's file, as a check is
        except Exception as error:
            raise self._failed(error) from error
        return module

    @cached_property
    def _tree(self) -> ast.Module:
        try:
            return ast.parse(self.text, FILE)
        except SyntaxError as error:
            raise BrokenDefinition(message("{file}, line {line}: {said}", file=FILE, line=error.lineno, said=f"{error.msg}.")) from error

    def _constant(self, name: str, default: Any) -> Any:
        for node in self._tree.body:
            if name in _constants(node):
                try:
                    return ast.literal_eval(node.value)  # type: ignore[attr-defined]
                except ValueError:
                    said = message("{name} must be written out, so that it can be read without running the file.", name=name)
                    raise self._broken(said, node) from None
        return default

    def _broken(self, what: str, node: ast.stmt | None = None) -> BrokenDefinition:
        return BrokenDefinition(message("{file}, line {line}: {said}", file=FILE, line=node.lineno if node else 1, said=what))

    def _failed(self, error: Exception) -> BrokenDefinition:
        lines = [one.lineno for one in traceback.extract_tb(error.__traceback__) if one.filename == str(self.path)]
        return BrokenDefinition(message("{file}, line {line}: {said}", file=FILE, line=lines[-1] if lines else 1, said=first_line(error)))


class _Refused(Exception):
    """``read(path)`` says that a file is not the data set."""


def _constants(node: ast.stmt) -> list[str]:
    """Names in capital letters that a statement gives a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [one.id for one in targets if isinstance(one, ast.Name) and one.id.isupper()]


def _are_names(value: object) -> bool:
    return isinstance(value, (tuple, list)) and all(isinstance(one, str) and Path(one).name == one for one in value)
