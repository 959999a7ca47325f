"""``autograder course lti``: a course as a tool of a learning platform, by LTI 1.3."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError
from autograder.cli.terminal import relative, say
from autograder.core.languages import message, shown, spoken, what_it_says
from autograder.desk.course_file import CourseFile

KEYS = {  # option -> key of the table [lti]
    "desk": "desk",
    "issuer": "issuer",
    "client_id": "client_id",
    "login_url": "login_url",
    "token_url": "token_url",
    "keys_url": "keys_url",
    "audience": "audience",
}


@click.command(cls=options.Command)
@options.language
@click.argument("folder", type=Path, metavar="[DIR]", default=Path())
@click.option("--desk", default="", metavar="ADDRESS", help="Where browsers reach the desk (default: http://127.0.0.1:8731).")
@click.option("--issuer", default="", metavar="ADDRESS", help="Platform ID, also called issuer.")
@click.option("--client-id", default="", metavar="ID", help="Client ID of the tool.")
@click.option("--deployment", multiple=True, metavar="ID", help="Deployment ID of the tool; may be repeated.")
@click.option("--login-url", default="", metavar="ADDRESS", help="Authentication request URL.")
@click.option("--token-url", default="", metavar="ADDRESS", help="Access token URL.")
@click.option("--keys-url", default="", metavar="ADDRESS", help="Public keyset URL of the platform.")
@click.option("--audience", default="", metavar="TEXT", help="Audience of the access token, if it is not the access token URL.")
def lti(folder: Path, deployment: tuple[str, ...], **typed: str) -> int:
    """Make the course a tool of a learning platform (LTI 1.3).

    DIR is the folder of a course without nbgrader (default: this folder). Without options this prints what an administrator of the platform types in. With options it saves what the administrator gives you.
    """
    from autograder.cli.course_grading import opened
    from autograder.cli.course_platform import need_packages

    need_packages()
    from autograder.desk.course_edit import CourseEdit
    from autograder.desk.course_file import CourseUnusable, read_course
    from autograder.desk.course_lock import Work

    values: dict[str, str | list[str]] = {KEYS[name]: text.strip() for name, text in typed.items() if text.strip()}
    if deployment:
        values["deployments"] = [one.strip() for one in deployment]
    with opened(folder, Work.WRITING) as (course, _store):
        if values:
            try:
                edit = CourseEdit(course.folder)
                edit.set_lti(values)
                edit.write()
            except CourseUnusable as error:
                raise UsageError(what_it_says(error)) from error
            course = read_course(folder)
        if not values or "desk" in values:
            _print_tool(course)
        _print_next(course)
    return DONE


def connect_lti(folder: Path, make_columns: bool) -> int:
    """Finds the columns for the marks of the assignments, and makes those that are missing if that is wished."""
    from autograder.cli.course_grading import opened
    from autograder.cli.course_platform import asking, titles
    from autograder.desk.course_edit import CourseEdit
    from autograder.desk.course_lock import Work
    from autograder.desk.lti_columns import find_columns

    with opened(folder, Work.PLATFORM) as (course, store), asking(course, store) as platform:
        found, made = find_columns(course, platform, titles(course, store), store if make_columns else None)
        with store.alone(Work.WRITING):
            edit = CourseEdit(course.folder)
            edit.set_numbers({name: one.number for name, one in found.items()})
            edit.write()
        title = platform.course_title()
    say(spoken("{place} is connected to {title} in {platform}.", place=relative(course.folder), title=repr(title), platform=platform.title))
    for one in course.assignments:
        other = found.get(one.name)
        if other is None:
            words = message("no column. Grade it, then say --make-columns") if make_columns else message("no column. To make one, say --make-columns")
        else:
            column = message("{title} (made now), out of {points:g}") if one.name in made else message("{title}, out of {points:g}")
            words = column.having(title=repr(other.title), points=other.points)
        say(f"  {one.name}: {shown(words)}")
    say(f"\n{spoken('Next:   {command}', command=f'autograder course fetch {relative(course.folder)}')}")
    return DONE if len(found) == len(course.assignments) else TO_FIX


def _print_tool(course: CourseFile) -> None:
    from autograder.desk.lti_tool import tool_rows

    say(spoken("An administrator of the learning platform adds a tool and types in:") + "\n")
    for row in tool_rows(course):
        first, *rest = shown(row.text).split("\n")
        if rest:
            say(f"  {shown(row.label)}:")
            for line in (first, *rest):
                say(f"    {line}")
        else:
            say(f"  {shown(row.label)}: {first}")


def _print_next(course: CourseFile) -> None:
    place = relative(course.folder)
    if course.lti is None:
        say("\n" + spoken("Next: give this to the administrator, who gives you the other half. Save it:"))
        say(f"  autograder course lti {place} --issuer … --client-id … --deployment … --login-url … --token-url … --keys-url …")
    elif not course.lti.course:
        say("\n" + spoken("{platform} is saved in course.toml.", platform=course.lti.title))
        command = f"autograder desk {place}"
        say("\n" + spoken("Next:   {command}   and then open the tool in your course in {platform}", command=command, platform=course.lti.title))
    else:
        say("\n" + spoken("Connected with a course in {platform}.", platform=course.lti.title))
        say(f"\n{spoken('Next:   {command}', command=f'autograder course connect {place} --lti')}")
