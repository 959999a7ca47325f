"""A worker in a fresh interpreter: ``python -m autograder.processes.spawned``, settings as JSON on standard input."""

from __future__ import annotations

import json
import os
import socket
import sys

from autograder import confine
from autograder.channel import Channel
from autograder.confine import Limits
from autograder.processes.warm import warm_up
from autograder.processes.worker import serve


def main() -> None:
    settings = json.load(sys.stdin)
    if "shared" in settings:
        connection = socket.fromshare(bytes.fromhex(settings["shared"]))  # Windows hands sockets over as bytes
    else:
        connection = socket.socket(fileno=settings["descriptor"])
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    wish = "reduced" if settings["level"] == "full" else settings["level"]  # a room needs a fork
    level = confine.best_level(os.getcwd(), settings["canary"], wish)
    warm_up(settings["modules"])
    confine.confine(Limits(**settings["limits"]), os.getcwd(), level)
    channel = Channel(connection)
    channel.send({"level": level})
    serve(channel)
    os._exit(0)


if __name__ == "__main__":
    main()
