"""The command line: parse, call, print. Exit codes: 0 done · 1 something to fix, or not graded · 2 wrong usage."""

from __future__ import annotations

import errno
import gc
import io
import logging
import os
import signal
import sys

import click

from autograder.cli import compat
from autograder.cli.commands import command_line
from autograder.cli.errors import DONE, TO_FIX, USAGE
from autograder.content.assignment import AssignmentBroken, AssignmentNotFound, ChecksBroken
from autograder.core.languages import choice, shown, spoken, what_it_says
from autograder.core.records import EndsTheRun
from autograder.core.system_errors import reason

RARELY = 50_000, 20, 100  # objects until Python looks for cyclic garbage; by default after 700


def command() -> int:
    """``main`` as the one thing that this process does. Returns the exit code.

    Libraries are hundreds of thousands of objects, none of them garbage. To look for some while they load, and once more at
    the end, took a fifth of a ``check`` (measured).
    """
    gc.set_threshold(*RARELY)
    _end_as_after_ctrl_c("SIGTERM", "SIGHUP")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # as Python has it for errors: a name ends no command
    try:
        return main()
    finally:
        gc.freeze()  # the system takes back everything anyway


def _end_as_after_ctrl_c(*names: str) -> None:
    """What kill, a batch system whose time is up, and a lost connection send: all is tidied up then, too."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return  # a shell has it ignored for what it starts in the background, and so this would be
    for name in names:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup has one ignored
            signal.signal(number, lambda *_details: signal.raise_signal(signal.SIGINT))


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code, for ``sys.exit``."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's helpers would spin beside the import: 0.07 s of a core
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    compat.speak()
    choice.speak("")
    words = sys.argv[1:] if arguments is None else [*arguments]  # click empties the list
    try:
        try:
            with command_line.make_context("autograder", words) as context:
                return command_line.invoke(context)
        finally:
            sys.stdout.flush()  # a reader that is gone shows here
    except click.exceptions.Exit as done:  # after --help
        return done.exit_code
    except click.UsageError as error:
        place = error.ctx.command_path if error.ctx else "autograder"
        print(f"autograder: {compat.usage_problem(error)}\n{spoken('Try   {command}', command=f'{place} --help')}", file=sys.stderr)
        return error.exit_code
    except (click.ClickException, AssignmentNotFound, AssignmentBroken, ChecksBroken) as error:
        print(f"autograder: {shown(what_it_says(error))}", file=sys.stderr)
        return getattr(error, "exit_code", USAGE)
    except ModuleNotFoundError as error:
        from autograder.core import installed  # here, because most commands need nothing of it

        name = installed.extra_of(error.name or "")
        if not name:
            raise
        said = spoken("This needs a package that is not installed ({name}):   {command}", name=error.name, command=installed.extra(name))
        print(f"autograder: {said}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt as interrupt:
        print("\n" + " ".join([f"autograder: {spoken('stopped.')}", *(shown(one) for one in interrupt.args if isinstance(one, str))]), file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
        return DONE
    except OSError as error:
        if error.filename is None and error.errno != errno.ENOSPC:
            raise
        print(f"autograder: {error.filename or spoken('What it prints')}: {shown(reason(error))}.", file=sys.stderr)
        return USAGE
    except EndsTheRun as error:  # no data, no process, a cluster that is gone
        print(f"autograder: {shown(what_it_says(error))}", file=sys.stderr)
        return TO_FIX
