"""Do the tests notice a changed engine? Mutates the modules that decide marks, and says which mutants survive.

    python tests/mutation/mutate.py --sample 300            some mutants, by the seed; about 20 minutes on two cores
    python tests/mutation/mutate.py --all                   all that are not known yet; hours
    python tests/mutation/mutate.py --only judging.judge    one module or package
    python tests/mutation/mutate.py --all --most 120        survivors again, with more time for slow tests
    python tests/mutation/mutate.py --report                writes tests/MUTATION.md from what is known

A mutant is one small change (``operators``). It is killed if a fast test that reaches its line (``reach``) fails or does
not end; the cheapest test runs first. Tests run in forks of processes that have loaded what they need (``warm``), in
a copy of the repository with its own virtual environment, so the sources are never touched and workers are mutated, too.
What is found is kept (``store``). Linux only.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import functools
import json
import math
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue

import operators
import reach
import report
from operators import Mutant
from store import KILLED, NOT_REACHED, SURVIVED, Result, Store, Test, hash_of

ROOT = Path(__file__).parents[2]
# Modules and packages that decide marks, the most important first.
DECIDING = (
    "judging", "core.merge", "core.records", "core.faults", "cache", "content.slicing", "content.page_choice",
    "content.discovery", "content.page", "content", "grading", "expectations", "sandbox.reply_schema", "transport.wire",
    "reports.grades", "reports.csv_tables", "reports.student_view", "lms", "nbgrader.cell_scores",
)  # fmt: skip
LEFT_OUT = ("tests/whole/", "tests/browser/", "tests/redteam/", "tests/samples/", "tests/cases/", "tests/submissions/")  # they read sources, take long, or are no tests of ours
IGNORED = [f"--ignore={folder.rstrip('/')}" for folder in LEFT_OUT]
IMPORT = "import"  # in place of a test file: what is reached while tests are collected
SLOWEST = 20.0  # seconds; a test that takes longer alone is not asked
MOST = 10.0  # seconds of tests for one mutant
FIRST = 5  # tests that killed the last mutants of a module are asked first


class Measuring:
    """What is known before any mutant: the modules, the tests, and which test reaches what.

    Args:
        left_out: folders of tests that are not asked, beside ``LEFT_OUT``.
    """

    def __init__(self, store: Store, left_out: Iterable[str] = ()) -> None:
        self.store = store
        self.left_out = (*LEFT_OUT, *left_out)
        self.engine = reach.Engine.read(ROOT / "autograder")
        self.hashes = {module: hash_of(source) for module, source in self.engine.sources.items()}
        shared = [*(ROOT / "tests/support").rglob("*.py"), *(ROOT / "tests").rglob("conftest.py")]
        self.shared = hash_of(*(path.read_text("utf-8") for path in sorted(shared)))
        self.tests: list[Test] = []

    @functools.cache  # noqa: B019  one object for each run
    def file_key(self, file: str) -> str:
        if file == IMPORT:
            return ""
        return hash_of((ROOT / file).read_text("utf-8"), self.shared)

    def known_tests(self) -> tuple[list[Test], list[str]]:
        """Tests that need not be run again, and the files whose tests must be."""
        files = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "tests").rglob("test_*.py"))]
        tests, unknown = [], []
        for file in [IMPORT, *(file for file in files if not file.startswith(self.left_out))]:
            found = self.store.tests(file, self.file_key(file), self.hashes)
            if found is None:
                unknown.append(file)
            else:
                tests += found
        return tests, unknown

    @property
    def at_import(self) -> dict[str, list[int]]:
        """Module -> lines in functions that are reached while tests are collected."""
        return next((test.lines for test in self.tests if test.name == IMPORT), {})

    def reaching(self, mutant: Mutant) -> list[Test]:
        """The tests that reach a mutant."""
        if mutant.functions:
            wanted = {mutant.module: {mutant.line}}
            own = None
        else:  # it takes effect at import: the tests that use what it changes, and the module's own
            own = f"/test_{mutant.module.rpartition('.')[2]}.py"
            wanted = reach.uses(self.engine.sources, mutant.names)
            wanted.setdefault(mutant.module, set()).add(mutant.line)
        return [
            test
            for test in self.tests
            if test.passes
            and (
                (own is not None and test.file.endswith(own))
                or any(not lines.isdisjoint(test.lines.get(module, ())) for module, lines in wanted.items())
            )
        ]

    def key_of(self, module: str, killer: str = "") -> str:
        """See ``store.Result.tests``."""
        if killer:
            return self.file_key(killer.partition("::")[0])
        return hash_of(*(self.file_key(file) for file in sorted({one.file for one in self.tests if one.passes and module in one.lines})))

    def known(self, mutant: Mutant) -> Result | None:
        found = self.store.results.get((mutant.module, mutant.text))
        if found is None or found.source != self.hashes[mutant.module]:
            return None
        killer = found.by
        if killer and not (ROOT / killer.partition("::")[0]).is_file():
            return None
        return found if found.tests == self.key_of(mutant.module, killer) else None

    def of_this_source(self, mutant: Mutant) -> Result | None:
        """What was found of a mutant, also if tests have changed since."""
        found = self.store.results.get((mutant.module, mutant.text))
        return found if found is not None and found.source == self.hashes[mutant.module] else None

    def is_to_be_tried(self, mutant: Mutant, most: float) -> bool:
        """Whether nothing is known of a mutant, or it has survived only those tests for which there was time."""
        found = self.known(mutant)
        return found is None or (found.left > 0 and found.most < most)

    def result(self, mutant: Mutant, status: str, killer: str = "", **other: object) -> Result:
        source, tests = self.hashes[mutant.module], self.key_of(mutant.module, killer)
        return Result(mutant.module, mutant.text, status, source, tests, killer, **other)


class Warm:
    """A process of ``warm`` in a copy of the repository."""

    def __init__(self, place: Path, kind: str, *words: str) -> None:
        near, far = socket.socketpair()
        scratch = place / "t"
        scratch.mkdir(exist_ok=True)
        environment = {**os.environ, "TMPDIR": str(scratch), "AUTOGRADER_CACHE": str(place / "cache"), "AUTOGRADER_DATA": ""}
        environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "Agg"}
        environment.pop("PYTHONPATH", None)
        self.log = (place / f"{kind}.log").open("w")
        self.process = subprocess.Popen(
            [place / ".venv/bin/python", place / "tests/mutation/warm.py", kind, str(far.fileno()), *words],
            cwd=place, env=environment, pass_fds=[far.fileno()], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
        )  # fmt: skip
        far.close()
        self.stream = near.makefile("rw")
        self.hello = self._read()

    def ask(self, limits: dict[str, float], mutant: dict | None = None) -> dict:
        """See ``warm.Server.answer``.

        Args:
            limits: test -> seconds, in the order in which they run.
        """
        request = {"tests": list(limits), "limits": list(limits.values()), "mutant": mutant}
        self.stream.write(json.dumps(request) + "\n")
        self.stream.flush()
        return self._read()

    def _read(self) -> dict:
        line = self.stream.readline()
        if not line:
            raise SystemExit(f"a test process has ended; see {self.log.name}\n" + Path(self.log.name).read_text()[-2000:])
        return json.loads(line)

    def close(self) -> None:
        self.stream.close()
        self.process.kill()
        self.process.wait()
        self.log.close()


class Slot:
    """A copy of the repository with its own virtual environment, for one test process at a time."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.engine = place / "autograder"
        left_out = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".pytest_cache", "*.egg-info", ".mutation", ".mypy_cache")
        shutil.copytree(ROOT, place, ignore=left_out)
        copy_environment(Path(sys.prefix), place / ".venv", ROOT, place)
        self.stack = ExitStack()
        self.count = 0

    def warm(self) -> None:
        compile_all(self.engine)
        self.collected = self._start("collected", *IGNORED)
        self.names = set(self.collected.hello["tests"])
        libraries = self.place / "libraries.json"
        libraries.write_text(json.dumps(self.collected.hello["libraries"]))
        self.cold = self._start("cold", str(libraries))

    def _start(self, *words: str) -> Warm:
        started = Warm(self.place, *words)
        self.stack.callback(started.close)
        return started

    def close(self) -> None:
        self.stack.close()

    @contextmanager
    def mutated(self, mutant: Mutant, source: str) -> Iterator[None]:
        """The engine's file holds the mutant. No compiled file of another mutant is taken for it: the times differ."""
        path = reach.module_path(self.engine, mutant.module)
        then = path.stat()
        compiled = {one: one.read_bytes() for one in path.parent.glob(f"__pycache__/{path.stem}.*.pyc")}
        for one in compiled:
            one.unlink()
        path.write_text(ast.unparse(operators.changed(source, mutant.number)), "utf-8")
        self.count += 1
        os.utime(path, (self.count * 10, self.count * 10))
        try:
            yield
        finally:
            path.write_text(source, "utf-8")
            os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
            for one, content in compiled.items():
                one.write_bytes(content)

    def try_mutant(self, mutant: Mutant, source: str, tests: list[Test], is_cold: bool) -> dict:
        """See ``warm.Server.answer``."""
        path = reach.module_path(self.engine, mutant.module)
        order = {"module": mutant.module, "number": mutant.number, "source": source, "file": str(path), "functions": mutant.functions}
        limits = {test.name: 10 + 5 * test.seconds for test in tests}
        with self.mutated(mutant, source):
            if not is_cold:
                found = self.collected.ask(limits, order)
                if found.get("why") != "cannot exchange":
                    return found
            return self.cold.ask(limits)


def compile_all(folder: Path) -> None:
    """So that no process that a test starts has to."""
    compileall.compile_dir(folder, quiet=2)


def copy_environment(source: Path, target: Path, old: Path, new: Path) -> None:
    """A virtual environment whose files are those of another one, and in which the kit is installed from a copy."""

    def link(one: str, other: str) -> None:
        try:
            os.link(one, other)
        except OSError:
            shutil.copy2(one, other)

    if sys.prefix == sys.base_prefix:
        raise SystemExit("Run this with the Python of a virtual environment.")
    shutil.copytree(source, target, symlinks=True, copy_function=link, ignore=shutil.ignore_patterns("share"))
    library = target / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    for path in [target / "pyvenv.cfg", *(target / "bin").iterdir(), *library.glob("__editable__*")]:
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if str(old).encode() in content:
                mode = path.stat().st_mode
                path.unlink()
                path.write_bytes(content.replace(str(old).encode(), str(new).encode()))
                path.chmod(mode)
    for path in library.glob("__pycache__/__editable__*"):
        path.unlink()


class Probe:
    """A process with an engine that notes what tests reach, in a slot that has no other process."""

    def __init__(self, measuring: Measuring, slot: Slot) -> None:
        self.engine, self.folder, self.map = measuring.engine, slot.engine, slot.place / "map"
        self.engine.instrument(self.folder, self.map)
        compile_all(self.folder)
        self.process = Warm(slot.place, "collected", *IGNORED)
        self.at_import = self.engine.lines(self.map.read_bytes())

    def measured(self, file: str) -> list[Test]:
        """Runs each test of a file alone."""
        return [self._one(name) for name in self.process.hello["tests"] if name.partition("::")[0] == file]

    def _one(self, name: str) -> Test:
        with self.map.open("r+b") as opened:
            opened.write(bytes(self.engine.size))
        found = self.process.ask({name: SLOWEST})
        if found["failed"]:
            print(f"not asked: {name} {found.get('why', 'fails')}", flush=True)
        return Test(name, found["seconds"], not found["failed"], self.engine.lines(self.map.read_bytes()))

    def close(self) -> None:
        self.process.close()
        for module, source in self.engine.sources.items():
            reach.module_path(self.folder, module).write_text(source, "utf-8")


def measure_reach(measuring: Measuring, slots: list[Slot], files: list[str]) -> None:
    """Keeps what the tests of these files reach."""
    with ExitStack() as stack:
        probes: SimpleQueue[Probe] = SimpleQueue()
        for slot in slots:
            probe = Probe(measuring, slot)
            stack.callback(probe.close)
            probes.put(probe)
        measuring.store.keep_reach(IMPORT, "", measuring.hashes, [Test(IMPORT, 0.0, False, probe.at_import)])
        lock = threading.Lock()

        def work(file: str) -> None:
            free = probes.get()
            try:
                tests = free.measured(file)
            finally:
                probes.put(free)
            with lock:
                measuring.store.keep_reach(file, measuring.file_key(file), measuring.hashes, tests)
            print(f"{file}: {len(tests)} tests, {sum(test.seconds for test in tests):.1f} s", flush=True)

        in_threads(len(slots), work, [file for file in files if file != IMPORT])


def in_order(tests: list[Test], module: str, recent: list[str], most: float = MOST) -> tuple[list[Test], int]:
    """The tests to run for one mutant, and how many there is no time for.

    Args:
        recent: tests that have killed others, the last one last.
    """

    def rank(test: Test) -> tuple:
        """What has killed others, then the module's own tests, then its package's, then the rest; the cheapest first."""
        package, name = module.split(".")[0], module.rpartition(".")[2]
        killers = recent.index(test.name) + 1 if test.name in recent and test.seconds < 2 else 0
        own = test.file.endswith(f"/test_{name}.py") + test.file.startswith(f"tests/{package}/")
        # Of tests that take about the same time, those of a file come together, because they share what they set up.
        return -killers, -own, round(math.log2(test.seconds + 0.01)), test.file

    chosen, total = [], 0.0
    for test in sorted(tests, key=rank):
        if not chosen or total + test.seconds <= most:
            chosen.append(test)
            total += test.seconds
    return chosen, len(tests) - len(chosen)


def try_one(measuring: Measuring, slot: Slot, mutant: Mutant, recent: list[str], most: float) -> Result:
    begun = time.monotonic()
    reaching = [test for test in measuring.reaching(mutant) if test.name in slot.names]
    if not reaching:
        return measuring.result(mutant, NOT_REACHED)
    tests, left = in_order(reaching, mutant.module, recent, most)
    is_cold = not mutant.functions or mutant.line in measuring.at_import.get(mutant.module, ())
    found = slot.try_mutant(mutant, measuring.engine.sources[mutant.module], tests, is_cold)
    seconds = round(time.monotonic() - begun, 2)
    if found["failed"] == "":
        return measuring.result(mutant, SURVIVED, left=left, most=most, seconds=seconds)
    killer = found["failed"] if found["failed"] in {test.name for test in tests} else tests[0].name
    if found["failed"]:
        recent[:] = [*(name for name in recent if name != killer), killer][-FIRST:]
    return measuring.result(mutant, KILLED, killer, why=found.get("why", ""), seconds=seconds)


def chosen_modules(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Modules of packages or modules that are named, in that order."""
    found = [
        module
        for name in names
        for module in sorted(known)
        if module == name or module.startswith(f"{name}.")
    ]
    return list(dict.fromkeys(found))


def in_threads(number: int, work: Callable, todo: Iterable) -> None:
    """Does all of it, unless something goes wrong or Ctrl-C is pressed: then what has begun is the last."""
    with ThreadPoolExecutor(number) as pool:
        try:
            for _done in pool.map(work, todo):
                pass
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def run(measuring: Measuring, chosen: list[Mutant], files: list[str], jobs: int, most: float) -> None:
    """Tries those mutants of which nothing is known, after the tests of these files were measured."""
    with tempfile.TemporaryDirectory(prefix="mut") as scratch, ExitStack() as stack:
        Path(scratch).chmod(0o755)
        slots = [Slot(Path(scratch, str(number))) for number in range(jobs)]
        if files:
            measure_reach(measuring, slots, files)
            measuring.tests, _none = measuring.known_tests()
        todo = [one for one in chosen if measuring.is_to_be_tried(one, most)]
        free: SimpleQueue[Slot] = SimpleQueue()
        for slot in slots:
            slot.warm()
            stack.callback(slot.close)
            free.put(slot)
        recent: dict[str, list[str]] = defaultdict(list)
        lock = threading.Lock()
        begun = time.monotonic()
        done = [0]

        def work(mutant: Mutant) -> None:
            slot = free.get()
            try:
                result = try_one(measuring, slot, mutant, recent[mutant.module], most)
            finally:
                free.put(slot)
            with lock:
                measuring.store.keep(result)
                done[0] += 1
                print(f"{done[0]}/{len(todo)} {result.status:11} {mutant.module}:{mutant.line} {mutant.text}  [{result.by} {result.why} {result.seconds} s]", flush=True)

        in_threads(jobs, work, todo)
        if todo:
            print(f"{len(todo)} mutants, {jobs * (time.monotonic() - begun) / len(todo):.2f} s of one core each")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sample", type=int, metavar="N", help="so many, by the seed")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--all", action="store_true", help="all of the modules that decide marks")
    parser.add_argument("--only", action="append", default=[], metavar="MODULE", help="of this module or package")
    parser.add_argument("--skip", action="append", default=[], metavar="FOLDER", help="of tests that are not asked, say tests/learning/")
    parser.add_argument("--most", type=float, default=MOST, metavar="SECONDS", help="of tests for one mutant")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--state", type=Path, default=ROOT / ".mutation", help="the folder for what is found")
    parser.add_argument("--report", action="store_true", help="write tests/MUTATION.md")
    options = parser.parse_args()
    store = Store(options.state)
    measuring = Measuring(store, options.skip)
    modules = chosen_modules(options.only or DECIDING, measuring.engine.sources)
    every = [one for module in modules for one in operators.mutants(module, measuring.engine.sources[module])]
    measuring.tests, files = measuring.known_tests()
    if options.all or options.only or options.sample:
        chosen = every
        if options.sample and options.sample < len(every):
            chosen = random.Random(options.seed).sample(every, options.sample)
        run(measuring, chosen, files, options.jobs, options.most)
    if options.report:
        everything = [one for module in chosen_modules(DECIDING, measuring.engine.sources) for one in operators.mutants(module, measuring.engine.sources[module])]
        found = {one: measuring.of_this_source(one) for one in everything}
        text = report.written(everything, found, report.read_reasons(), measuring.left_out)
        (ROOT / "tests/MUTATION.md").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
