"""The local server of a course: the class, a student's mark, and the forms that correct it.

It is started by ``autograder desk``, answers on 127.0.0.1 only, and loads nothing from anywhere. Who may use it is decided in
``web_guard``; here every name in a request is looked up among those that the course has, and none becomes a path.
"""

from __future__ import annotations

import asyncio
import datetime
import functools
import secrets
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message, what_it_says
from autograder.desk.class_views import VIEWS, ClassViews
from autograder.desk.correcting import CannotCorrect, CourseDesk, Planned
from autograder.desk.course_file import CourseAssignment, CourseUnusable, read_course
from autograder.desk.course_lock import CourseBusy, Work
from autograder.desk.course_why import why
from autograder.desk.web_guard import FormRefused, Guard, Secrets, read_form
from autograder.desk.web_pages import KINDS, UNFAIR, Pages
from autograder.desk.why_page import page
from autograder.reports.html.submission import submission_page

T = TypeVar("T")
PATIENCE = 10.0  # seconds that a form waits for another command


class DeskServer:
    """Answers requests. Everything that reads or writes the course runs in one thread, one thing after the other.

    Args:
        opened: makes the course's desk, in that thread.
        port: on 127.0.0.1.
    """

    def __init__(self, opened: Callable[[], CourseDesk], port: int) -> None:
        self.opened = opened
        self.known = Secrets()
        self.port = port
        self.pages = Pages(f"/{self.known.token}", self.known.form)
        self.thread = ThreadPoolExecutor(1, "desk")

    @property
    def address(self) -> str:
        """The whole address, with the token: whoever has it can change marks."""
        return f"http://127.0.0.1:{self.port}/{self.known.token}/"

    @functools.cached_property
    def app(self) -> Starlette:
        hosts = frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})
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
        ]
        return Starlette(routes=routes, middleware=[Middleware(Guard, token=self.known.token, hosts=hosts)])

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

    # -- pages -----------------------------------------------------------------------------------------------------------

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

    # -- forms -----------------------------------------------------------------------------------------------------------

    async def _correct(self, request: Request) -> Response:
        typed = await read_form(request, self.known)

        def corrected() -> Response:
            mine = self.desk.course.assignment(typed.get("assignment", ""))
            student = typed.get("student", "")
            try:
                self._make(typed, Work.WRITING, lambda: self._for_student(mine, student, typed))
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
                kind = _choice(UNFAIR, typed)
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

    def _make(self, typed: dict[str, str], work: Work, plan: Callable[[], Planned]) -> None:
        """Makes a correction, unless this form was sent before. Meanwhile no other command does the same work."""
        once = typed.get("once", "")
        if once not in self.known.used:
            with self.desk.store.alone(work, PATIENCE):
                self.desk.make(plan())
            self.known.used.add(once)

    def _for_student(self, mine: CourseAssignment, student: str, typed: dict[str, str]) -> Planned:
        kind = _choice(KINDS, typed)
        reason, by = typed.get("reason", ""), typed.get("by", "")
        what = typed.get("what", "") if kind in (CorrectionKind.POINTS, CorrectionKind.COMMENT) else ""
        points, until = None, None
        if kind is CorrectionKind.POINTS:
            try:
                points = float(typed.get("points", "").strip().replace(",", "."))
            except ValueError:
                raise CannotCorrect(message("Points are a number, such as 7.5.")) from None
        if kind is CorrectionKind.EXTENSION:
            try:
                until = datetime.datetime.fromisoformat(typed.get("until", ""))
            except ValueError:
                raise CannotCorrect(message("The new deadline is a date and a time, such as 2026-05-31T23:59.")) from None
            until = until if until.tzinfo else until.astimezone()
        return self.desk.for_student(mine, student, kind, by, reason, what, points, until)

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


def _to(address: str) -> Response:
    return RedirectResponse(address, 303)


def _status(error: CourseUnusable) -> int:
    return 503 if isinstance(error, CourseBusy) else 422


def _once() -> str:
    """Marks one form on one page, so that it is not taken twice."""
    return secrets.token_urlsafe(12)


def _choice(known: dict[str, CorrectionKind], typed: dict[str, str]) -> CorrectionKind:
    kind = known.get(typed.get("kind", ""))
    if kind is None:
        raise CannotCorrect(message("Choose what to do."))
    return kind
