"""Starting workers: the judge's side of the process boundary.

Two ways to start one, with the same results: from a warm fork server (Linux), or as a fresh interpreter
(macOS and Windows, where forking after the libraries are loaded is unsafe).
"""

from __future__ import annotations

import socket
from collections.abc import Iterable

import numpy as np

from autograder.sandbox.fork_server_client import ForkServerClient
from autograder.sandbox.fork_server_handle import USUAL_HASHES, Servers, begin, end, forks
from autograder.sandbox.isolation import ProcessLimits, keep_memory_to_oneself
from autograder.sandbox.spawn_launcher import SpawnLauncher
from autograder.sandbox.worker_handle import WorkerHandle
from autograder.transport import shared_arrays


class Starters:
    """The process starters of one judge, one for each set of libraries, made when first needed.

    Args:
        spawn: see ``sandbox.fork_server_handle.forks``.
        highest_level: the highest level of isolation to try, see ``isolation``.
        backend: with which Keras computes, see ``core.keras_backend``; the usual one by default.
        hashes: how Python hashes texts there, see ``sandbox.fork_server_handle.Scratch``.
    """

    def __init__(self, spawn: bool | None = None, highest_level: str = "full", backend: str = "", hashes: str = USUAL_HASHES) -> None:
        keep_memory_to_oneself()
        self.hashes = hashes
        self.highest_level = highest_level
        self.backend = backend
        self.spawn = not forks(spawn)
        self.servers: list[Servers] = []  # ours to end
        self.running: dict[tuple[str, ...], ForkServerClient | SpawnLauncher] = {}
        self.own: dict[tuple[str, ...], WorkerHandle] = {}

    def get(self, modules: tuple[str, ...]) -> ForkServerClient | SpawnLauncher:
        """The starter with these libraries; a fork server begins to import them in the background at once."""
        self.load([modules])
        return self.running[modules]

    def load(self, sets: Iterable[tuple[str, ...]]) -> None:
        """Makes the starters for sets of libraries, as far as there are none: what sets share is imported once."""
        missing = [modules for modules in dict.fromkeys(sets) if modules not in self.running]
        if self.spawn:
            self.running |= {modules: SpawnLauncher(modules, self.highest_level, self.backend, self.hashes) for modules in missing}
        else:
            self.take(begin(missing, self.highest_level, self.backend, self.hashes))

    def take(self, loading: list[Servers]) -> None:
        """Takes servers that have begun already (see ``sandbox.fork_server_handle.loading_servers``) out of a list: they end with these starters."""
        while loading:
            servers = loading.pop()
            self.running |= {modules: ForkServerClient(connection, servers.last_words) for modules, connection in servers.connections.items()}
            self.servers.append(servers)

    def own_worker(self, modules: tuple[str, ...], limits: ProcessLimits, images: np.ndarray) -> WorkerHandle:
        """A worker for the judge's own errands, which stays from one submission to the next; no page gets into it.

        Args:
            images: that it is to have ready. Where they are ``shared_arrays.shared_array`` and it can, it sees them without a copy:
                its ``memory`` then is their hash.
        """
        starter, known = self.get(modules), self.own.get(modules)
        memory = shared_arrays.descriptor(images) if starter.shares else None
        theirs = "" if memory is None else shared_arrays.digest(images)
        if known is not None and known.memory != theirs:
            known.close()
        if known is None or not known.alive:
            known = self.own[modules] = starter.start(limits, memory)
            known.memory = theirs
        return known

    def join(self, connections: dict[tuple[str, ...], socket.socket]) -> None:
        """Takes fork servers that another process runs.

        Args:
            connections: set of libraries -> line to its server, from ``fork_server_handle.SharedServers`` over there.
        """
        for modules, connection in connections.items():
            self.running[modules] = ForkServerClient(connection)

    def stop_loading(self) -> None:
        """Ends processes of ours whose last libraries were never asked for: they may still load, and would hear us only
        afterwards.
        """
        for servers in self.servers:
            if not self.running[servers.last].reached:
                servers.stop_loading()

    def close(self) -> None:
        while self.own:
            self.own.popitem()[1].close()
        self.stop_loading()
        end(self.servers)
        while self.running:
            self.running.popitem()[1].close()

    def __enter__(self) -> Starters:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def files_out_of_reach(highest_level: str) -> bool:
    """Whether workers are kept from this machine's files at the highest level of isolation that can be had here.

    Args:
        highest_level: the highest level to try, see ``isolation``.
    """
    if highest_level == "none":
        return False
    with Starters(highest_level=highest_level) as starters:
        return starters.get(()).level != "none"
