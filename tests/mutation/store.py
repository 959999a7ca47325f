"""What was measured, in lines of JSON in one folder: a run that is stopped goes on, and two runs add up.

``reach.jsonl``: for each test file, the statements that its tests reach, and how long they take. It holds as long as the
file, what tests share and the modules that it reaches are unchanged.
``results.jsonl``: for each mutant, the test that killed it, or that none did. It holds as long as the module is unchanged
and the file of the test that killed it; or, for a survivor, all test files that reach the module.
The last line about something counts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

KILLED, SURVIVED, NOT_REACHED = "killed", "survived", "not reached"


def hash_of(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Test:
    """One test, when it runs alone.

    Attributes:
        passes: it passes on an engine whose sources were rewritten; one that does not is not asked.
        lines: module -> lines of the statements that it reaches.
    """

    __test__ = False

    name: str
    seconds: float
    passes: bool
    lines: dict[str, list[int]]

    @property
    def file(self) -> str:
        return self.name.partition("::")[0]


@dataclass(frozen=True)
class Result:
    """What became of a mutant.

    Attributes:
        source: hash of its module's source.
        by: the test that killed it; a survivor's is empty.
        tests: hash of the killing test's file, or of all files that reach the module.
        left: how many tests that reach it were not run, because there were only ``most`` seconds for all of them.
    """

    module: str
    text: str
    status: str
    source: str
    tests: str
    by: str = ""
    why: str = ""
    left: int = 0
    most: float = 0.0
    seconds: float = 0.0


class Store:
    """The folder. Call the methods from one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.results = {(one.module, one.text): one for one in (Result(**each) for each in self._read("results"))}
        self.reached = {each["file"]: each for each in self._read("reach")}

    def keep(self, result: Result) -> None:
        self.results[result.module, result.text] = result
        self._add("results", asdict(result))

    def keep_reach(self, file: str, key: str, sources: dict[str, str], tests: Iterable[Test]) -> None:
        """What the tests of a file reach.

        Args:
            key: hash of the test file and of what it shares.
            sources: module -> hash of the source.
        """
        tests = list(tests)
        modules = {module: sources[module] for one in tests for module in one.lines}
        self.reached[file] = {"file": file, "key": key, "modules": modules, "tests": [asdict(one) for one in tests]}
        self._add("reach", self.reached[file])

    def tests(self, file: str, key: str, sources: dict[str, str]) -> list[Test] | None:
        """The tests of a file, if what is known of them holds."""
        found = self.reached.get(file)
        if found is None or found["key"] != key or any(sources.get(name) != old for name, old in found["modules"].items()):
            return None
        return [Test(**one) for one in found["tests"]]

    def _add(self, name: str, content: dict) -> None:
        with (self.folder / f"{name}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(content, ensure_ascii=False) + "\n")

    def _read(self, name: str) -> Iterator[dict]:
        path = self.folder / f"{name}.jsonl"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            try:
                yield json.loads(line)
            except ValueError:  # the run was killed in the middle of it
                continue
