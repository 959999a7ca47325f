"""The process that grading processes are forked from (see ``process_pool``): it loads once what they then share.

That saves each of them a second, and its own copy of the data: of MNIST, 200 MB that every network is taught by.
"""

from __future__ import annotations

import base64
import gc
import logging
import os
import pickle
import signal

from autograder.grading.process_pool import READY, Worker

gc.disable()  # nothing of what an import makes is garbage
if READY in os.environ:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's, which ends this process, too

from autograder.grading import batch  # noqa: E402, F401  all that judging needs
from autograder.sandbox.isolation import keep_memory_to_oneself  # noqa: E402

log = logging.getLogger("autograder")
workers: dict[bytes, Worker] = {}  # the order that a worker was made by -> that worker, prepared


def prepare(order: bytes) -> None:
    """Makes a worker, so that all forks have it. What goes wrong is left to them, who can report it to the command.

    Args:
        order: from the command, see ``process_pool.pool``.
    """
    keep_memory_to_oneself()
    try:
        make, _number = pickle.loads(order)
        worker = make()
        worker.prepare()
        workers[order] = worker
    except (Exception, SystemExit):
        log.debug("preparation failed", exc_info=True)
    gc.freeze()  # a collection in a fork would walk, and so copy, all objects


if READY in os.environ:
    prepare(base64.b64decode(os.environ[READY]))
gc.enable()
