"""The local server of a course, on this machine and for this user only."""

from __future__ import annotations

import socket
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.terminal import say
from autograder.core import installed
from autograder.core.files import write_atomically
from autograder.core.languages import message, spoken
from autograder.core.system_errors import reason

WAY_IN = "desk.html"  # in the course's folder, while --open needs it


@click.command(cls=options.Command)
@options.language
@click.argument("folder", type=Path, metavar="[DIR]", default=Path())
@click.option("--port", type=click.IntRange(0, 65535), metavar="NUMBER", help="Port on 127.0.0.1 (default: that of the course's LTI address, else any that is free).")
@click.option("--open", "in_browser", is_flag=True, help="Open the address in a browser.")
@options.jobs
def run(folder: Path, port: int | None, in_browser: bool, jobs: int | None) -> int:
    """See and correct the marks of a course in a browser.

    DIR is the folder of a course without nbgrader (default: this folder). Only this machine can reach the address.
    """
    from autograder.cli.course_grading import EXTRA, opened

    with opened(folder) as (course, _store):  # what is wrong with the course is said here, not in the browser
        public = course.desk if course.lti is not None else ""
    try:
        import uvicorn

        from autograder.desk.server import DeskServer
    except ModuleNotFoundError as error:
        raise UsageError(EXTRA.having(name=error.name, command=installed.extra("desk"))) from error
    from autograder.desk.correcting import CourseDesk
    from autograder.desk.course_file import read_course
    from autograder.desk.store import Store

    def desk() -> CourseDesk:
        course = read_course(folder)
        return CourseDesk(course, Store(course), jobs)

    expected = (urlsplit(public).port or 0) if public.startswith("http:") else 0
    chosen = expected if port is None else port
    try:
        listening = socket.create_server(("127.0.0.1", chosen))
    except OSError as error:
        said = message("Port {port} cannot be used: {error}. Name another one with --port, or leave it away.", port=str(chosen), error=reason(error))
        raise UsageError(said) from error
    server = DeskServer(desk, listening.getsockname()[1], public)
    say(spoken("The desk of this course:   {address}", address=server.address))
    say(spoken("Whoever has this address can change marks: do not pass it on. It is another one each time."))
    if public.startswith("https:"):
        say(spoken("For {address}, another server has to pass requests on to 127.0.0.1:{port}.", address=public, port=str(server.port)))
    elif public and expected != server.port:
        command = f"autograder course lti --desk http://127.0.0.1:{server.port}"
        say(spoken("The learning platform leads to {address}, where this desk does not answer. Leave --port away, or say   {command}", address=public, command=command))
    say(f"\n{spoken('Next: open the address in a browser. To stop, press Ctrl-C.')}")
    way_in = course.folder / WAY_IN
    if in_browser:
        write_atomically(way_in, server.way_in.encode(), private=True)  # the address itself would be among the browser's arguments, which others see
        webbrowser.open(way_in.resolve().as_uri())
    settings = uvicorn.Config(server.app, access_log=False, log_level="warning", server_header=False, proxy_headers=False, lifespan="off", timeout_graceful_shutdown=5)
    try:
        uvicorn.Server(settings).run([listening])
    except KeyboardInterrupt:
        pass
    finally:
        listening.close()
        server.close()
        if in_browser:
            way_in.unlink(missing_ok=True)
    return DONE
