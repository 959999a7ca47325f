"""The local server of a course, on this machine and for this user only."""

from __future__ import annotations

import socket
import webbrowser
from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.terminal import say
from autograder.core.languages import message, spoken


@click.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="[DIR]", default=Path())
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="NUMBER", help="Port on 127.0.0.1 (default: any that is free).")
@click.option("--open", "in_browser", is_flag=True, help="Open the address in a browser.")
@options.jobs
def run(folder: Path, port: int, in_browser: bool, jobs: int | None) -> int:
    """See and correct the marks of a course in a browser.

    DIR is the folder of a course without nbgrader (default: this folder). Only this machine can reach the address.
    """
    from autograder.cli.course_grading import EXTRA, opened

    with opened(folder):  # what is wrong with the course is said here, not in the browser
        pass
    try:
        import uvicorn

        from autograder.desk.server import DeskServer
    except ModuleNotFoundError as error:
        raise UsageError(EXTRA.having(name=error.name)) from error
    from autograder.desk.correcting import CourseDesk
    from autograder.desk.course_file import read_course
    from autograder.desk.store import Store

    def desk() -> CourseDesk:
        course = read_course(folder)
        return CourseDesk(course, Store(course), jobs)

    try:
        listening = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise UsageError(message("Port {port} cannot be used: {error}. Name another one with --port, or leave it away.", port=str(port), error=error.strerror)) from error
    server = DeskServer(desk, listening.getsockname()[1])
    say(spoken("The desk of this course:   {address}", address=server.address))
    say(spoken("Whoever has this address can change marks: do not pass it on. It is another one each time."))
    say(f"\n{spoken('Next: open the address in a browser. To stop, press Ctrl-C.')}")
    if in_browser:
        webbrowser.open(server.address)
    settings = uvicorn.Config(server.app, access_log=False, log_level="warning", server_header=False, lifespan="off", timeout_graceful_shutdown=5)
    try:
        uvicorn.Server(settings).run([listening])
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()
        server.close()
    return DONE
