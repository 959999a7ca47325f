"""Fork servers that stay for a whole run of tests: to load Keras takes six seconds of a processor, and several files need it.

A server that is lent out is asked over the same line as always, which several judges may hold; only its end is put off. What
is about the start or the end of servers must not borrow.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator

import pytest

from autograder.sandbox import fork_server_handle, launcher
from autograder.sandbox.fork_server_handle import PASSED_ON, USUAL_HASHES, Servers, end


class Lent:
    """In the place of ``Servers``: some of those that stay."""

    def __init__(self, servers: dict[tuple[str, ...], Servers]) -> None:
        self.servers = servers
        self.connections = {modules: one.connections[modules].dup() for modules, one in servers.items()}
        self.last = list(servers)[-1]

    def last_words(self) -> str:
        return self.servers[self.last].last_words()

    def stop_loading(self) -> None:
        """Others may wait for it."""

    def hang_up(self) -> None:
        """Nor is the line's other end told, which is theirs, too."""

    def close(self) -> None:
        for connection in self.connections.values():
            connection.close()


class WarmServers:
    """Sets of libraries -> servers that have loaded them; for each level of isolation and each environment others."""

    def __init__(self) -> None:
        self.known: dict[tuple, Servers] = {}
        self.begin = fork_server_handle.begin

    def lend(self, sets: Iterable[tuple[str, ...]], level: str, backend: str = "", hashes: str = USUAL_HASHES) -> list[Lent]:
        """In the place of ``fork_server_handle.begin``."""
        surroundings = (level, backend, hashes, *(os.environ.get(name) for name in PASSED_ON))
        wanted = list(dict.fromkeys(sets))
        missing = [modules for modules in wanted if not self._runs((modules, *surroundings))]
        for servers in self.begin(missing, level, backend, hashes):
            self.known |= {(modules, *surroundings): servers for modules in servers.connections}
        return [Lent({modules: self.known[modules, *surroundings] for modules in wanted})] if wanted else []

    def _runs(self, key: tuple) -> bool:
        return key in self.known and self.known[key].process.poll() is None

    @contextlib.contextmanager
    def lending(self) -> Iterator[None]:
        """Meanwhile everything in this process that begins servers borrows them."""
        with pytest.MonkeyPatch.context() as patches:
            patches.setattr(fork_server_handle, "begin", self.lend)
            patches.setattr(launcher, "begin", self.lend)
            yield

    def close(self) -> None:
        end(list(dict.fromkeys(self.known.values())))
