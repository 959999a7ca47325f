"""How a process becomes a worker: its descriptors, its folder, its walls; then it serves until the judge hangs up."""

from __future__ import annotations

import os
import sys
import tempfile
import types

from autograder.core import libraries
from autograder.sandbox import audit_hook, isolation
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.worker_main import StudentNamespace
from autograder.transport.channel import Channel, ChannelClosed
from autograder.transport.wire import ProtocolError
from autograder.values.keras import callback_notes, recognise

FIRST_SAFE_DESCRIPTOR = 64  # descriptors from here on are not in use, and stay until those below have their places


def serve(channel: Channel, memory: int | None = None) -> None:
    """Answers requests until the judge hangs up.

    Args:
        memory: see ``StudentNamespace``.
    """
    recognise.remember()
    callback_notes.note_trainings()
    sys.dont_write_bytecode = True  # our own modules are there; a page leaves no compiled ones behind
    module = types.ModuleType("__page__")
    sys.modules["__page__"] = module
    program = StudentNamespace(module.__dict__, memory=memory)
    audit_hook.pages = program.files
    while True:
        try:
            request = channel.receive()
        except (ChannelClosed, ProtocolError):
            return
        reply = program.answer(request)
        reply["id"] = request["id"]
        try:
            channel.send(reply)
        except ProtocolError as error:  # more than a message may hold
            channel.send({"id": request["id"], "status": "unsendable", "message": str(error)})
        except ChannelClosed:
            return


def become_worker(descriptors: list[int], limits: ProcessLimits, level: str) -> None:
    """Turns this fresh child into a worker, says that it is ready, and serves until the judge hangs up.

    Args:
        descriptors: of the socket to the judge; of what takes C code's standard error, its last words after a crash; and,
            for a worker that does the judge's own errands, of memory that holds an array.
        limits, level: see ``isolation``. The working directory is the scratch folder.
    """
    import fcntl
    import socket

    from autograder.sandbox.isolation import namespaces

    os.setsid()
    data, errors, *memory = (fcntl.fcntl(one, fcntl.F_DUPFD, FIRST_SAFE_DESCRIPTOR) for one in descriptors)
    null = os.open(os.devnull, os.O_RDWR)
    os.set_blocking(errors, False)  # a full pipe must not stop the student's code
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.dup2(errors, 2)
    kept = [os.dup2(one, place) for place, one in enumerate([data, *memory], 3)]
    os.closerange(3 + len(kept), 1024)
    scratch = os.getcwd() if level == "full" else tempfile.mkdtemp(prefix="autograder-")
    os.chdir(scratch)
    os.environ["TMPDIR"] = os.environ["HOME"] = scratch
    tempfile.tempdir = None
    isolation.confine(limits, scratch, level, prepare=lambda: _prepare(scratch))
    audit_hook.install([scratch, *filter(os.path.isdir, namespaces.readable_paths())])
    channel = Channel(socket.socket(fileno=kept[0]))
    channel.send({"level": level, "folder": scratch})
    serve(channel, *kept[1:])
    os._exit(0)


def _prepare(scratch: str) -> None:
    """Folders that libraries look for, while folders can still be made."""
    for variable, name in libraries.worker_folders().items():
        os.environ[variable] = os.path.join(scratch, name)
        os.makedirs(os.environ[variable], exist_ok=True)
