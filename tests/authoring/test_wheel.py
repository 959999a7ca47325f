"""The wheel and the source distribution: what is in them, and what the kit does where there is nothing else of it."""

import io
import os
import re
import shutil
import site
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import autograder
from autograder.content import assignment_folder
from autograder.content.source_files import source_files
from autograder.core.installed import ARCHIVE, PAPERS, SHARE
from autograder.core.settings import Settings
from autograder.hosted import pack_gradescope

ROOT = Path(__file__).parents[2]
NAMES = sorted(one.name for one in (ROOT / "solutions").iterdir() if (one / "assignment.toml").is_file())
IN_CLONE = ("autograder", "assignments", "solutions", "MANIFEST.in", "CHANGELOG.md", "CONTRIBUTING.md", *PAPERS)
BUILD = """
import sys
from setuptools import build_meta
target, *whats = sys.argv[1:]  # which setuptools overwrites
for what in whats:
    getattr(build_meta, f"build_{what}")(target)
"""


def build(source: Path, target: Path, *what: str) -> None:
    """As ``python -m build --no-isolation`` does it."""
    target.mkdir(exist_ok=True)
    settings = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-c", BUILD, str(target), *what]
    done = subprocess.run(command, cwd=source, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with a wheel and a source distribution, of a clone in which somebody has worked."""
    place = tmp_path_factory.mktemp("wheel")
    clone = place / "clone"
    for name in IN_CLONE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, clone / name)
    for left in ("assignments/mnist/.autograder/progress.json", "solutions/mnist/.ipynb_checkpoints/mnist.py", "solutions/mnist/grades/a.py"):
        (clone / left).parent.mkdir(parents=True)
        (clone / left).write_text("left behind")
    build(clone, place / "dist", "sdist", "wheel")
    return place / "dist"


@pytest.fixture(scope="module")
def wheel(built):
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def content(wheel):
    """Name -> bytes of what the wheel holds; of the archive in it, too."""
    return everything(wheel)


def everything(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    inner = next(name for name in found if name.endswith(f"{SHARE}/{ARCHIVE}"))
    with zipfile.ZipFile(io.BytesIO(found.pop(inner))) as packed:
        return found | {f"{inner}/{name}": packed.read(name) for name in packed.namelist()}


def test_it_holds_the_package_and_both_forms_of_each_assignment(content):
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "autograder").rglob("*") if path.is_file()}
    assert {name for name in package if "__pycache__" not in name} <= content.keys()
    released = {name for name in content if name.startswith("autograder/assignments/")}
    assert {name.split("/")[2] for name in released} == set(NAMES)
    archive = f"{autograder_share(content)}/{ARCHIVE}/"
    for name in NAMES:
        packed = {one.removeprefix(f"{archive}{name}/"): data for one, data in content.items() if one.startswith(f"{archive}{name}/")}
        own = source_files(ROOT / "solutions" / name)
        assert {one: path.read_bytes() for one, path in own.items()} == packed


def autograder_share(content: dict[str, bytes]) -> str:
    return next(name for name in content if name.endswith(f"{SHARE}/README.md")).removesuffix("/README.md")


def test_answers_are_in_the_archive_only_and_nothing_is_that_somebody_left_behind(content):
    """What lies in the package, the code of a submission can read."""
    answer = re.compile(rb"BEGIN SOLUTION")
    shown = [name for name, data in content.items() if f"/{ARCHIVE}/" not in name and name.endswith(".py") and "assignments" in name and answer.search(data)]
    assert shown == []
    assert [name for name, data in content.items() if data == b"left behind" or "__pycache__" in name] == []


def test_the_source_distribution_builds_the_same_wheel(built, content, tmp_path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as packed:
        packed.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    build(source, tmp_path / "again", "wheel")
    again = everything(next((tmp_path / "again").glob("*.whl")))
    assert sorted(again) == sorted(content)
    assert [name for name, data in again.items() if data != content[name]] == []


def test_the_version_is_written_in_one_place(built, wheel, content):
    assert wheel.name.split("-")[1] == autograder.__version__
    version = autograder.__version__.encode()
    places = [name for name, data in content.items() if b'"%s"' % version in data and name.startswith("autograder/") and name.endswith(".py")]
    assert places == ["autograder/__init__.py"] and b'\nversion = "' not in (ROOT / "pyproject.toml").read_bytes()


def test_the_page_of_an_index_would_show_it_as_it_is(built):
    """With the tool that uploads."""
    pytest.importorskip("twine", reason="twine is not installed: it is one of the packages for developers")
    done = subprocess.run([sys.executable, "-m", "twine", "check", "--strict", *built.iterdir()], capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.count("PASSED") == 2, done.stdout + done.stderr


# -- installed, and nothing else ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """A virtual environment with the wheel. Its libraries are those of this one; it has no clone and no network."""
    pip = list(Path(sys.base_prefix).glob("lib/python3*/ensurepip/_bundled/pip-*.whl"))
    if not pip:
        pytest.skip("this Python comes without ensurepip, so there is no pip to install a wheel with")
    place = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(place, symlinks=True)
    python = place / "bin" / "python"
    install = [python, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", wheel]  # it compiles the kit: else each command would
    done = subprocess.run(install, env={**os.environ, "PYTHONPATH": str(pip[0])}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    packages = next(place.glob("lib/python3*/site-packages"))
    (packages / "libraries.pth").write_text("\n".join(site.getsitepackages()))
    return place


@pytest.fixture
def run(environment, tmp_path, monkeypatch):
    """``run("start mnist")``: (exit code, what was printed, what was printed as an error), in an empty folder with an empty home."""
    here, home = tmp_path / "here", tmp_path / "home"
    here.mkdir()
    home.mkdir()
    settings = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", "TMPDIR": str(tmp_path)}

    def typed(words: str, folder: str = "."):
        done = subprocess.run(
            [environment / "bin" / "autograder", *words.split()], cwd=here / folder, env=settings, capture_output=True, text=True
        )
        assert "Traceback" not in done.stderr, done.stderr
        said = done.stdout + done.stderr
        assert not re.search(rf"\bmake (demo|test|check|build|docs)\b|\bclone\b|{re.escape(str(ROOT))}", said), said
        return done.returncode, done.stdout, done.stderr

    typed.here = here
    return typed


def write(page: Path, function: str, body: str) -> None:
    """Puts a body into a stub."""
    head, found, rest = page.read_text("utf-8").partition(f"def {function}(")
    assert found
    page.write_text(head + found + rest.replace("    raise NotImplementedError", body, 1), "utf-8")


def files(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_student_works_from_the_wheel_alone(run, environment):
    """Nothing is written into the environment, which may be read-only; and no hidden check is in sight."""
    before = files(environment)
    code, out, _ = run("start")
    assert code == 0 and "The public checks are available." in out and sorted(path.name for path in run.here.iterdir()) == ["mnist"]
    assert "0 of 12 passed" in run("list", "mnist")[1]
    assert run("hint normalize", "mnist")[1].startswith("Hint 1 of ")
    share = environment / SHARE / ARCHIVE
    assert share.is_file()
    write(
        run.here / "mnist" / "mnist.py",
        "normalize",
        f"    try:\n        open({str(share)!r}, 'rb').close()\n    except OSError:\n        return images / 255\n    return None",
    )
    code, out, error = run("check normalize", "mnist")
    if "isolat" in run("doctor")[1] and "full" in run("doctor")[1]:
        assert code == 0 and "passed the public checks" in out, out + error
    assert files(environment) == before


def test_who_learns_alone_gets_the_hidden_checks_when_they_ask(run):
    code, out, _ = run("start mnist --with-solutions")
    assert code == 0 and "All checks are available, even the hidden ones." in out
    assert sorted(path.name for path in run.here.iterdir()) == ["mnist", "solutions"]
    write(run.here / "mnist" / "mnist.py", "normalize", "    return images / 255")
    code, out, error = run("check normalize", "mnist")
    worth = re.search(r"normalize +(\d+) of (\d+)", out)
    assert code == 0 and worth and worth[1] == worth[2], out + error
    assert run("list", "mnist")[1].count("✓") == 1
    code, _, error = run("start mnist again --with-solutions")
    assert code == 0 and not error
    (run.here / "solutions" / "mnist" / "mnist.py").write_text("def other():\n    pass\n")
    code, _, error = run("start mnist third --with-solutions")
    assert code == 2 and not (run.here / "third").exists(), error


def test_authors_and_instructors_have_the_answers_while_a_command_runs(run, tmp_path):
    code, out, error = run("audit mnist normalize --sample 1")
    assert code == 0 and out.startswith("1 exercise passes the audit"), out + error
    code, out, error = run("pack --for gradescope --assignment mnist --out packed.zip")
    assert code == 0, out + error
    mnist = assignment_folder.load(ROOT / "solutions" / "mnist")
    same = zipfile.ZipFile(io.BytesIO(pack_gradescope.packed(mnist, Settings(), "after_published")))
    with zipfile.ZipFile(run.here / "packed.zip") as packed:
        assert packed.namelist() == same.namelist()
        assert [name for name in packed.namelist() if packed.read(name) != same.read(name)] == []
    assert sorted(path.name for path in run.here.iterdir()) == ["packed.zip"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("autograder-")] == []
    code, _, error = run("build mnist")
    assert code == 2 and "autograder start mnist --with-solutions" in error
    code, _, error = run("audit")
    assert code == 2 and "Name an assignment of the kit (bank_marketing or fashion_mnist or mnist)" in error
    assert run("new-assignment words")[0] == 0
