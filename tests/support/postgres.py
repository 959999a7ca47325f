"""A real PostgreSQL server of the tests' own, from Debian's package: in a temporary folder, gone when they are done.

Debian keeps ``initdb`` and ``pg_ctl`` off the PATH, and the server refuses to run as root; so it is looked for where
Debian puts it, and run as somebody else when the tests are root's.
"""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS = "60"
ORDINARY = ("postgres", "nobody")  # users to run as instead of root
# Nothing here has to survive a power cut.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40 -c shared_buffers=16MB"


@dataclass(frozen=True)
class Server:
    """A running server; ``url`` names a database by name, ``stop`` and ``start`` do what they say."""

    folder: Path
    port: int
    user: str
    runner: tuple[str, ...]
    programs: Path

    def url(self, name: str = "postgres") -> str:
        """The database's address for SQLAlchemy, by the driver that the kit's extra installs."""
        return f"postgresql+psycopg://{self.user}@127.0.0.1:{self.port}/{name}"

    def new(self, like: str = "") -> str:
        """The address of a new database: an empty one, or a copy of the one at another address."""
        name = f"course_{secrets.token_hex(4)}"
        template = ["--template", like.rpartition("/")[2]] if like else []
        self._run("createdb", "--host=127.0.0.1", f"--port={self.port}", f"--username={self.user}", *template, name)
        return self.url(name)

    def start(self) -> None:
        place = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} {FAST}"
        self._ctl("start", "-o", place, "-l", str(self.folder / "log"))

    def stop(self) -> None:
        self._ctl("stop", "-m", "immediate")

    def _ctl(self, *words: str) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-t", SECONDS, *words)

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [*self.runner, self.programs / program, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a pipe would be held open by the server
            stderr=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            text=True,
            cwd=self.folder,
        )
        assert done.returncode == 0, f"{program} failed: {done.stderr or (self.folder / 'log').read_text()}"


def missing() -> str:
    """Why there can be no server here; empty if there can."""
    if _programs() is None:
        return "PostgreSQL's server is not installed (Debian: apt-get install postgresql)"
    if os.name == "posix" and os.geteuid() == 0 and _runner() is None:
        return "PostgreSQL does not run as root, and there is no setpriv or no ordinary user to run it as"
    return ""


@contextmanager
def running() -> Iterator[Server]:
    """A server with a port of its own on this machine only. Ask ``missing`` first."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # short: a socket's path has at most 107 letters
    user, runner = (_runner() or ((), ())) if os.geteuid() == 0 else ("tester", ())
    if runner:
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(folder, port, "tester", tuple(runner), _programs())
    try:
        server._run("initdb", "-D", str(folder / "data"), "-U", server.user, "-A", "trust", "-E", "UTF8", "--no-sync")
        server.start()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: _version(path.parent.name))
    on_path = shutil.which("initdb")
    places += [Path(on_path).resolve().parent] if on_path else []
    fitting = [place for place in places if (place / "initdb").is_file() and (place / "pg_ctl").is_file()]
    return fitting[-1] if fitting else None


def _version(name: str) -> int:
    return int(name) if name.isdigit() else 0


def _runner() -> tuple[str, tuple[str, ...]] | None:
    """(user, what goes before a command to run it as that user), for root."""
    import pwd

    setpriv = shutil.which("setpriv")
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ORDINARY:
        if name in known and setpriv:
            group = str(pwd.getpwnam(name).pw_gid)
            return name, (setpriv, f"--reuid={name}", f"--regid={group}", "--clear-groups")
    return None
