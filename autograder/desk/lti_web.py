"""The desk's addresses for a learning platform. An instructor of the course gets into the desk, a student to the own report."""

from __future__ import annotations

import asyncio
import functools
import sys
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from autograder.core.languages import message, shown, spoken, what_it_says
from autograder.desk.correcting import CannotCorrect, CourseDesk
from autograder.desk.course_edit import CourseEdit
from autograder.desk.course_file import CourseAssignment, CourseUnusable, read_course
from autograder.desk.course_lock import Work
from autograder.desk.keys import LTI_SECRET, LtiKey
from autograder.desk.lti_launch import LIFETIME, Launched, LaunchRefused, LtiDoor
from autograder.desk.lti_log import save_services
from autograder.desk.lti_tool import public_jwk, tool_rows
from autograder.desk.released import is_released, own_mark
from autograder.desk.web_guard import NOT_HERE, FormRefused, read_fields
from autograder.desk.web_pages import PACKAGE, Pages
from autograder.lms.lti_registration import KEYS, LAUNCH, LOGIN, LtiRegistration
from autograder.lms.platform import LmsError
from autograder.reports.html.rendering import render
from autograder.reports.sanitize import one_line

MOST_WAITING = 5  # courses that were opened and are not connected
PATIENCE = 10.0  # seconds that a form waits for another command

Run = Callable[[Callable[[], Response]], Awaitable[Response]]


class LtiWeb:
    """Answers what a learning platform has browsers send.

    Args:
        desk: the course's. run: does something in the desk's own thread.
        door: makes the check of launches from a registration.
    """

    def __init__(
        self, desk: Callable[[], CourseDesk], pages: Pages, run: Run, door: Callable[[LtiRegistration], LtiDoor] = LtiDoor
    ) -> None:
        self.desk = desk
        self.pages = pages
        self.run = run
        self.door = functools.lru_cache(maxsize=1)(door)  # another one when the registration is another one
        self.waiting: OrderedDict[str, Launched] = OrderedDict()
        self.thread = ThreadPoolExecutor(1, "lti")  # a platform that is slow does not stop the desk

    @property
    def routes(self) -> list[Route]:
        """The addresses that need no token. None of their answers but one holds it: that for an instructor of the course."""
        return [
            Route(KEYS, _without_token(self._keys)),
            Route(LOGIN, _without_token(self._login), methods=["GET", "POST"]),
            Route(LAUNCH, _without_token(self._launch), methods=["POST"]),
        ]

    def close(self) -> None:
        self.thread.shutdown()

    # -- what browsers are sent to ----------------------------------------------------------------------------------------

    async def _keys(self, _request: Request) -> Response:
        def found() -> Response:
            folder = self.desk().course.folder
            if not (folder / LTI_SECRET).is_file():  # no one has asked for it yet
                return _not_here()
            return JSONResponse({"keys": [public_jwk(LtiKey(folder).public)]})

        return await self.run(found)

    async def _login(self, request: Request) -> Response:
        registration = await self._registration()
        if registration is None:
            return _not_here()
        try:
            fields = dict(request.query_params) if request.method == "GET" else await read_fields(request)
            address, state = self.door(registration).login(fields)
        except (LaunchRefused, FormRefused) as error:
            return _refused(shown(what_it_says(error)))
        answer = RedirectResponse(address, 302)
        answer.set_cookie(state, state, max_age=int(LIFETIME), path="/lti/", secure=True, httponly=True, samesite="none")
        return answer

    async def _launch(self, request: Request) -> Response:
        registration = await self._registration()
        if registration is None:
            return _not_here()
        try:
            fields = await read_fields(request)
            door = self.door(registration)
            launched = await asyncio.get_running_loop().run_in_executor(self.thread, door.launch, fields, dict(request.cookies))
        except (LaunchRefused, FormRefused) as error:
            return _refused(shown(what_it_says(error)))
        except LmsError as error:
            return _page(shown(what_it_says(error)), 502)
        return await self.run(lambda: self._opened(launched))

    async def _registration(self) -> LtiRegistration | None:
        found: list[LtiRegistration | None] = []

        def read() -> Response:
            found.append(self.desk().course.lti)
            return Response()

        await self.run(read)
        return found[0]

    # -- who has come ------------------------------------------------------------------------------------------------------

    def _opened(self, launched: Launched) -> Response:
        course = self.desk().course
        connected = course.lti.course if course.lti else ""
        if launched.is_instructor and not connected:
            self.waiting[launched.services.course] = launched
            while len(self.waiting) > MOST_WAITING:
                self.waiting.popitem(last=False)
            return _page(
                spoken(
                    "“{there}” is not connected to the course “{here}” yet. Go to the desk on the machine where it runs, choose “{page}” there, "
                    "and connect it. Then open this link once more.",
                    there=launched.services.title, here=course.title, page=message("Learning platform"),
                )
            )  # fmt: skip
        if launched.services.course != connected:
            return _page(spoken("This link is of another course. Open it in the course that your teacher has named."), 403)
        if launched.is_instructor:
            assert course.lti is not None
            with self.desk().store.alone(Work.WRITING, PATIENCE):
                save_services(self.desk().store, course.lti.issuer, launched.services)
            shown = render("open.html.j2", package=PACKAGE, title=course.title, name=launched.name, address=self.pages.address())
            return HTMLResponse(shown)
        if launched.is_learner:
            return self._report(launched)
        return _page(spoken("Only teachers and students of the course can open this link."), 403)

    def _report(self, launched: Launched) -> Response:
        """A student's own report, if it was sent, and is as it was sent."""
        from autograder.desk.push_plan import student_report
        from autograder.reports.html.submission import submission_page

        desk = self.desk()
        mine = self._meant(launched)
        if mine is None:
            return _page(spoken("This link does not say which assignment it is about. Tell your teacher."), 404)
        standing = desk.standing()
        mark = own_mark(standing, mine, launched.user)
        if mark is None:
            return _page(spoken("You are not in the list of students of this course yet. Tell your teacher."), 404)
        if not is_released(desk.course, desk.store, mark, launched.user):
            return _page(spoken("There is no report for you here yet. It appears when your teacher sends the marks."), 404)
        return HTMLResponse(submission_page(student_report(mark, desk.store)))

    def _meant(self, launched: Launched) -> CourseAssignment | None:
        """The assignment that a link is about: that of its column, the one that it names, or the only one."""
        course = self.desk().course
        of_column = [one for one in course.assignments if one.lms and one.lms == launched.column]
        named = [one for one in course.assignments if one.name == launched.assignment]
        if launched.assignment:
            return named[0] if named else None
        return of_column[0] if of_column else course.assignments[0] if len(course.assignments) == 1 else None

    # -- in the desk --------------------------------------------------------------------------------------------------------

    def shown(self, once: str, problem: str = "") -> str:
        """The page with what an administrator types in, and the courses that were opened."""
        course = self.desk().course
        waiting = [(number, one.services.title, one.name) for number, one in self.waiting.items()]
        return self.pages.lti(course, tool_rows(course), waiting, once, problem)

    def connect(self, typed: Mapping[str, str]) -> None:
        """Connects the course on the platform that was opened.

        Raises:
            CannotCorrect: it was not opened in this run of the desk.
        """
        desk = self.desk()
        launched = self.waiting.get(typed.get("course", ""))
        if launched is None or desk.course.lti is None:
            raise CannotCorrect(message("This course was not opened on the platform. Open the tool there once more."))
        with desk.store.alone(Work.WRITING, PATIENCE):
            edit = CourseEdit(desk.course.folder)
            edit.set_lti({"course": launched.services.course})
            edit.write()
            save_services(desk.store, desk.course.lti.issuer, launched.services)
        desk.course = read_course(desk.course.folder)
        self.waiting.clear()


def _without_token(answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """What cannot be done is a page without a link into the desk, and without what only an instructor may read."""

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except CourseUnusable as error:
            print(f"LTI: {one_line(str(error), 300)}", file=sys.stderr, flush=True)
            return _page(spoken("This is not possible now. Try again later, or tell your teacher."), 503)

    return answered


def _page(text: str, status: int = 200) -> Response:
    return HTMLResponse(render("lti_page.html.j2", package=PACKAGE, title="Autograder", text=text), status)


def _refused(why: str) -> Response:
    again = spoken("Open the link in your course once more. If that does not help, tell your teacher what is written here.")
    return HTMLResponse(render("lti_page.html.j2", package=PACKAGE, title="Autograder", text=again, why=why), 403)


def _not_here() -> Response:
    return PlainTextResponse(NOT_HERE, 404)
