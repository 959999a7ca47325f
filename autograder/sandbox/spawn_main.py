"""A worker in a fresh interpreter: ``python -m autograder.sandbox.spawn_main``, settings as JSON on standard input."""

from __future__ import annotations

import json
import os
import socket
import sys

from autograder.sandbox import isolation
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.preload import warm_up
from autograder.sandbox.worker_boot import serve
from autograder.transport.channel import Channel


def main() -> None:
    settings = json.load(sys.stdin)
    if "shared" in settings:
        connection = socket.fromshare(bytes.fromhex(settings["shared"]))  # Windows hands sockets over as bytes
    else:
        connection = socket.socket(fileno=settings["descriptor"])
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    highest_level = "reduced" if settings["level"] == "full" else settings["level"]  # a room needs a fork
    level = isolation.best_level(os.getcwd(), settings["canary"], highest_level)
    warm_up(settings["modules"])
    isolation.confine(ProcessLimits(**settings["limits"]), os.getcwd(), level)
    channel = Channel(connection)
    channel.send({"level": level, "folder": os.getcwd()})
    serve(channel)
    os._exit(0)


if __name__ == "__main__":
    main()
