"""Nothing reaches standard output or standard error while checks run.

TensorFlow writes to descriptor 2 from C++, and nbgrader takes anything on standard error for a failed test: full marks
become none. So the descriptors themselves point elsewhere for that time, not only Python's ``sys.stderr``.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Whatever is written inside is lost, by Python, by libraries and by what they start; also after an exception."""
    disabled = logging.root.manager.disable
    with contextlib.ExitStack() as stack:
        for descriptor in (1, 2):
            stack.enter_context(_pointed_elsewhere(descriptor))
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        stack.callback(logging.disable, disabled)
        logging.disable(logging.CRITICAL)  # handlers keep the stream they were made with
        yield


@contextlib.contextmanager
def _pointed_elsewhere(descriptor: int) -> Iterator[None]:
    stream = {1: sys.stdout, 2: sys.stderr}[descriptor]
    with contextlib.suppress(AttributeError, OSError, ValueError):  # none at all, or closed
        stream.flush()
    try:
        kept = os.dup(descriptor)
    except OSError:  # a program without a console has none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, descriptor)
        os.close(kept)
