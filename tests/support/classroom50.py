"""Classroom 50 as its pages describe it: what its runner does around an autograder, in our words, and where the real one is.

The real runner and its schemas are other people's code, so they do not lie here. A clone of foundation50/classroom50 is
found beside this one, or by the variable ``CLASSROOM50``.
"""

import functools
import http.server
import io
import os
import subprocess
import sys
import tarfile
import threading
from contextlib import contextmanager
from pathlib import Path

CLASSROOM, STUDENT = "cs101", "ada"
TAG = "submit/2026-11-30T08-00-00Z-a1b2c3d"
RUNNER = Path("cli", "gh-teacher", "skeleton", "dotgithub", "scripts", "runner.py")
SCHEMAS = Path("schemas")
PLACE = Path(os.environ.get("CLASSROOM50") or Path(__file__).parents[3] / "classroom50")


def environment(slug: str, **other: str) -> dict[str, str]:
    """What the runner says to an autograder, on top of what a process needs anyhow."""
    repository = f"https://github.com/school/{CLASSROOM}-{slug}-{STUDENT}"
    said = {
        "CLASSROOM": CLASSROOM, "ASSIGNMENT": slug, "SUBMISSION_TAG": TAG, "PAGES_BASE_URL": "http://127.0.0.1:9",
        "USERNAME": STUDENT, "OWNER": STUDENT, "ASSIGNMENT_TYPE": "individual", "COMMIT_URL": f"{repository}/commit/a1",
        "RELEASE_URL": f"{repository}/releases/tag/1", "REVIEW_URL": f"{repository}/compare/b2...a1",
    }  # fmt: skip
    return {**os.environ, "AUTOGRADER_PYTHON": sys.executable, **said, **other}


def fetched(pack: bytes, folder: Path) -> Path:
    """The published pack, unpacked as the runner does it. Returns the entry point."""
    with tarfile.open(fileobj=io.BytesIO(pack), mode="r:gz") as archive:
        (slug,) = {Path(name).parts[0] for name in archive.getnames()}
        archive.extractall(folder, filter="data")
    return folder / slug / "autograder.py"


def graded(entry: Path, checkout: Path, **other: str) -> subprocess.CompletedProcess:
    """The autograder, started in the student's checkout."""
    return subprocess.run(
        [sys.executable, entry], cwd=checkout, env=environment(entry.parent.name, **other), capture_output=True, text=True
    )


def committed(checkout: Path) -> str:
    """The folder as a Git repository with one commit; its name."""
    one = ["-c", "user.name=ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*one, "commit", "-q", "-m", "Submit"]):
        subprocess.run(["git", *words], cwd=checkout, check=True, capture_output=True)
    found = subprocess.run(["git", "rev-parse", "HEAD"], cwd=checkout, check=True, capture_output=True, text=True)
    return found.stdout.strip()


@contextmanager
def published(site: Path):
    """A folder as a site on this machine; yields its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def run_by_the_real_one(pack: bytes, slug: str, checkout: Path, scratch: Path) -> subprocess.CompletedProcess:
    """The real runner, unchanged, over a checkout; the pack comes from a site as that of a classroom."""
    site, temporary = scratch / "site", scratch / "temporary"
    home = site / CLASSROOM / "autograders"
    home.mkdir(parents=True)
    temporary.mkdir()
    (home / f"{slug}.tar.gz").write_bytes(pack)
    with published(site) as address:
        said = {
            "PAGES_BASE_URL": address, "CLASSROOM": CLASSROOM, "ASSIGNMENT": slug, "SUBMISSION_TAG": TAG, "MODE": "individual",
            "GITHUB_REPOSITORY": f"school/{CLASSROOM}-{slug}-{STUDENT}", "GITHUB_SHA": committed(checkout),
            "GITHUB_SERVER_URL": "https://github.com", "GITHUB_ACTOR": STUDENT, "GITHUB_ACTOR_ID": "7",
            "GITHUB_OUTPUT": str(scratch / "output"), "RUNNER_TEMP": str(temporary), "AUTOGRADER_PYTHON": sys.executable,
            "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, PLACE / RUNNER], cwd=checkout, env={**os.environ, **said}, capture_output=True, text=True
        )
