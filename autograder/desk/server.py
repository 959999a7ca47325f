"""The local server of a course: the class, a student's mark, and the forms that correct it.

It is started by ``autograder desk``, answers on 127.0.0.1 only, and loads nothing from anywhere. Who may use it is decided in
``web_guard``; here every name in a request is looked up among those that the course has, and none becomes a path.
"""

from __future__ import annotations

import asyncio
import functools
import secrets
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from autograder.core import installed
from autograder.core.languages import message, what_it_says
from autograder.desk.class_views import VIEWS, ClassViews
from autograder.desk.correcting import CannotCorrect, CourseDesk, Planned
from autograder.desk.correction_form import choice, for_student
from autograder.desk.course_file import CourseAssignment, CourseUnusable, read_course
from autograder.desk.course_lock import CourseBusy, Work
from autograder.desk.course_why import why
from autograder.desk.web_guard import NOT_HERE, FormRefused, Guard, Secrets, read_form
from autograder.desk.web_pages import PACKAGE, UNFAIR, Pages
from autograder.desk.why_page import page
from autograder.lms.lti_registration import DOORS
from autograder.reports.html.rendering import render
from autograder.reports.html.submission import submission_page

if TYPE_CHECKING:
    from autograder.desk.lti_web import LtiWeb

T = TypeVar("T")
PATIENCE = 10.0  # seconds that a form waits for another command


class DeskServer:
    """Answers requests. Everything that reads or writes the course runs in one thread, one thing after the other.

    Args:
        opened: makes the course's desk, in that thread.
        port: on 127.0.0.1.
        public: the address at which a server in front of this one lets other machines in; empty if none does.
    """

    def __init__(self, opened: Callable[[], CourseDesk], port: int, public: str = "") -> None:
        self.opened = opened
        self.public = public
        self.known = Secrets()
        self.port = port
        self.pages = Pages(f"/{self.known.token}", self.known.form)
        self.thread = ThreadPoolExecutor(1, "desk")
        self.lti = _lti_web(self)
        self.start = f"/start/{secrets.token_urlsafe(32)}"
        self.started = False

    @property
    def address(self) -> str:
        """The whole address, with the token: whoever has it can change marks."""
        return f"http://127.0.0.1:{self.port}/{self.known.token}/"

    @property
    def way_in(self) -> str:
        """A page for a file that only this user can read: it leads to the desk, once."""
        return render("way_in.html.j2", package=PACKAGE, title="Autograder", address=f"http://127.0.0.1:{self.port}{self.start}")

    @functools.cached_property
    def app(self) -> Starlette:
        own = f"/{self.known.token}"
        routes = [
            Route(f"{own}/", self._safe(self._course)),
            Route(f"{own}/student", self._safe(self._student)),
            Route(f"{own}/report", self._safe(self._report)),
            Route(f"{own}/why", self._safe(self._why)),
            Route(f"{own}/check", self._safe(self._check)),
            Route(f"{own}/log", self._safe(self._log)),
            *(Route(f"{own}/{name}", self._safe(self._view(view))) for name, view in VIEWS.items()),
            Route(f"{own}/correct", self._safe(self._correct), methods=["POST"]),
            Route(f"{own}/unfair", self._safe(self._unfair), methods=["POST"]),
            Route(f"{own}/undo", self._safe(self._undo), methods=["POST"]),
            Route(f"{own}/lti", self._safe(self._lti)),
            Route(f"{own}/connect", self._safe(self._connect), methods=["POST"]),
            Route(self.start, self._start),
            *(self.lti.routes if self.lti else ()),
        ]
        doors = DOORS | {self.start: frozenset({"GET"})}
        origins = {f"http://127.0.0.1:{self.port}", f"http://localhost:{self.port}", *filter(None, [self.public])}
        return Starlette(routes=routes, middleware=[Middleware(Guard, token=self.known.token, origins=frozenset(origins), doors=doors)])

    @functools.cached_property
    def desk(self) -> CourseDesk:
        return self.opened()

    @functools.cached_property
    def views(self) -> ClassViews:
        return ClassViews(self.desk, self.pages)

    def close(self) -> None:
        """Ends after what is being done; the database is closed in its own thread."""
        if "desk" in vars(self):
            self.thread.submit(self.desk.store.close).result()
        self.thread.shutdown()
        if self.lti:
            self.lti.close()

    # -- pages -----------------------------------------------------------------------------------------------------------

    async def _start(self, _request: Request) -> Response:
        if self.started:
            return PlainTextResponse(NOT_HERE, 404)
        self.started = True
        return HTMLResponse(render("open.html.j2", package=PACKAGE, title="Autograder", name="", address=self.pages.address()))

    async def _course(self, _request: Request) -> Response:
        return HTMLResponse(await self._run(lambda: self.pages.course(self.desk.standing())))

    async def _student(self, request: Request) -> Response:
        def drawn() -> str:
            standing = self.desk.standing()
            mark = standing.marks[self._mine(request).name].get(request.query_params.get("student", ""))
            if mark is None:
                raise CannotCorrect(message("The course has no such student."))
            return self.pages.student(standing, mark, _once())

        return HTMLResponse(await self._run(drawn))

    async def _report(self, request: Request) -> Response:
        def drawn() -> str:
            standing, mine = self.desk.standing(), self._mine(request)
            mark = standing.marks[mine.name].get(request.query_params.get("student", ""))
            if mark is None or mark.report is None or mark.counts is None:
                raise CannotCorrect(message("There is no report: nothing was submitted."))
            back = self.pages.address("student", assignment=mine.name, student=mark.student.key)
            return submission_page(mark.report, for_student=False, back=back)

        return HTMLResponse(await self._run(drawn))

    async def _why(self, request: Request) -> Response:
        def drawn() -> str:
            mine = self._mine(request)
            student, exercise = request.query_params.get("student", ""), request.query_params.get("exercise", "")
            if student not in self.desk.standing().marks[mine.name]:
                raise CannotCorrect(message("The course has no such student."))
            found = why(self.desk.course, self.desk.store, mine, self.desk.load(mine), student, exercise)
            return page(found, self.pages.address("student", assignment=mine.name, student=student))

        return HTMLResponse(await self._run(drawn))

    async def _check(self, request: Request) -> Response:
        what = request.query_params.get("what", "")
        return HTMLResponse(await self._run(lambda: self._check_page(self._mine(request), what)))

    async def _log(self, _request: Request) -> Response:
        return HTMLResponse(await self._run(lambda: self.pages.log(self.desk.standing(), _once())))

    def _view(self, view: Callable[[ClassViews, QueryParams], Response]) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            return await self._run(lambda: view(self.views, request.query_params))

        return answered

    async def _lti(self, _request: Request) -> Response:
        return HTMLResponse(await self._run(lambda: self._with_lti().shown(_once())))

    # -- forms -----------------------------------------------------------------------------------------------------------

    async def _correct(self, request: Request) -> Response:
        typed = await read_form(request, self.known)

        def corrected() -> Response:
            mine = self.desk.course.assignment(typed.get("assignment", ""))
            student = typed.get("student", "")
            try:
                self._make(typed, Work.WRITING, lambda: for_student(self.desk, mine, student, typed))
            except (CannotCorrect, CourseBusy) as error:
                standing = self.desk.standing()
                mark = standing.marks[mine.name].get(student)
                if mark is None:
                    raise
                return HTMLResponse(self.pages.student(standing, mark, _once(), problem=what_it_says(error), typed=typed), _status(error))
            return _to(self.pages.address("student", assignment=mine.name, student=student))

        return await self._run(corrected)

    async def _unfair(self, request: Request) -> Response:
        typed = await read_form(request, self.known)

        def corrected() -> Response:
            mine = self.desk.course.assignment(typed.get("assignment", ""))
            what = typed.get("what", "")
            try:
                kind = choice(UNFAIR, typed)
                self._make(typed, Work.JUDGING, lambda: self.desk.for_all(mine, what, kind, typed.get("by", ""), typed.get("reason", "")))
            except (CannotCorrect, CourseBusy) as error:
                return HTMLResponse(self._check_page(mine, what, what_it_says(error), typed), _status(error))
            return _to(self.pages.address("class", assignment=mine.name))

        return await self._run(corrected)

    async def _undo(self, request: Request) -> Response:
        typed = await read_form(request, self.known)

        def undone() -> Response:
            number = typed.get("number", "")
            try:
                if not number.isdecimal():
                    raise CannotCorrect(message("The log has no such entry."))
                self._make(typed, Work.JUDGING, lambda: self.desk.undo(int(number), typed.get("by", ""), typed.get("reason", "")))
            except (CannotCorrect, CourseBusy) as error:
                return HTMLResponse(self.pages.log(self.desk.standing(), _once(), what_it_says(error)), _status(error))
            return _to(self.pages.address("log"))

        return await self._run(undone)

    async def _connect(self, request: Request) -> Response:
        typed = await read_form(request, self.known)

        def connected() -> Response:
            lti = self._with_lti()
            try:
                lti.connect(typed)
            except (CannotCorrect, CourseBusy) as error:
                return HTMLResponse(lti.shown(_once(), what_it_says(error)), _status(error))
            return _to(self.pages.address("lti"))

        return await self._run(connected)

    def _make(self, typed: dict[str, str], work: Work, plan: Callable[[], Planned]) -> None:
        """Makes a correction, unless this form was sent before. Meanwhile no other command does the same work."""
        once = typed.get("once", "")
        if once not in self.known.used:
            with self.desk.store.alone(work, PATIENCE):
                self.desk.make(plan())
            self.known.used.add(once)

    def _with_lti(self) -> LtiWeb:
        if self.lti is None:
            raise CannotCorrect(message("To use LTI, install the packages for it:   {command}", command=installed.extra("desk,lms")))
        return self.lti

    # -- what pages are made of --------------------------------------------------------------------------------------------

    def _mine(self, request: Request) -> CourseAssignment:
        return self.desk.course.assignment(request.query_params.get("assignment", ""))

    def _check_page(self, mine: CourseAssignment, what: str, problem: str = "", typed: dict[str, str] | None = None) -> str:
        planned = {
            value: self.desk.for_all(mine, what, kind, "preview", "preview") for value, kind in UNFAIR.items()
        }
        return self.pages.check(self.desk.standing(), mine.name, what, planned, _once(), problem, typed)

    async def _run(self, work: Callable[[], T]) -> T:
        def fresh() -> T:
            self.desk.course = read_course(self.desk.course.folder)  # a command may have changed it, such as a deadline
            return work()

        return await asyncio.get_running_loop().run_in_executor(self.thread, fresh)

    def _safe(self, answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        """What cannot be done is a page that says why."""

        async def answered(request: Request) -> Response:
            try:
                return await answer(request)
            except FormRefused as error:
                return HTMLResponse(self.pages.problem(what_it_says(error)), 403)
            except CourseUnusable as error:
                return HTMLResponse(self.pages.problem(what_it_says(error)), 404)

        return answered


def _lti_web(server: DeskServer) -> LtiWeb | None:
    """The addresses for a learning platform; None if the packages for it are not installed."""
    try:
        from autograder.desk.lti_web import LtiWeb
    except ModuleNotFoundError:
        return None
    return LtiWeb(lambda: server.desk, server.pages, server._run)


def _to(address: str) -> Response:
    return RedirectResponse(address, 303)


def _status(error: CourseUnusable) -> int:
    return 503 if isinstance(error, CourseBusy) else 422


def _once() -> str:
    """Marks one form on one page, so that it is not taken twice."""
    return secrets.token_urlsafe(12)
