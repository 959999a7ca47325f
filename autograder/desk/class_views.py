"""The local server's pages about a class that change nothing: its checks over the weeks, two gradings, similar answers."""

from __future__ import annotations

from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from autograder.core import check_titles, isolation_level
from autograder.core.languages import message, what_it_says
from autograder.desk.correcting import CannotCorrect, CourseDesk
from autograder.desk.correction_entries import target
from autograder.desk.course_answers import KeptAnswers
from autograder.desk.course_file import CourseAssignment
from autograder.desk.gradings import check_of, compared, runs, runs_of_check, weeks
from autograder.desk.similar_answers import SimilarAnswers
from autograder.desk.web_pages import Pages
from autograder.reports.class_stats import named
from autograder.reports.html.pages import class_page


class ClassViews:
    """Draws them. Each method answers what a request asks for, in its query.

    Raises:
        CourseUnusable: by each method; the course has no such assignment, or no such check.
    """

    def __init__(self, desk: CourseDesk, pages: Pages) -> None:
        self.desk = desk
        self.pages = pages
        self.similar_answers = SimilarAnswers(desk)
        self.kept = KeptAnswers()

    def of_class(self, asked: QueryParams) -> Response:
        """How the class did in an assignment."""
        standing, mine = self.desk.standing(), self._mine(asked)
        found = standing.reports(mine.name)
        called = named(found)
        keys = {mark.shown: key for key, mark in standing.marks[mine.name].items()}
        pages = {one.submission: self.pages.address("student", assignment=mine.name, student=keys[name]) for name, one in called.items()}
        isolation = isolation_level.sentence(isolation_level.lowest({one.isolation for one in found})) if found else ""
        judged_by = self.desk.load(mine)
        few = self.kept.of(standing, self.desk.store, mine.name, judged_by)
        return HTMLResponse(class_page(list(called.values()), title=judged_by.title, isolation=isolation, pages=pages, answers=few))

    def checks(self, asked: QueryParams) -> Response:
        """All checks of an assignment."""
        return HTMLResponse(self.pages.checks(self.desk.standing(), self._mine(asked).name))

    def history(self, asked: QueryParams) -> Response:
        """One check: what it found, week by week, and each time that it was run."""
        standing, mine = self.desk.standing(), self._mine(asked)
        exercise, check, _most = target(standing.reports(mine.name), asked.get("what", ""))
        if not check:
            raise CannotCorrect(message("Name one check: EXERCISE::CHECK."))
        title = next(found.title for one in standing.reports(mine.name) if (found := check_of(one, exercise, check)) is not None)
        title = check_titles.as_message(title, check, exercise, mine.name)
        again = runs_of_check(standing, self.desk.store.gradings(mine.name), mine, exercise, check)
        by_week = weeks(standing, mine, exercise, check)
        return HTMLResponse(self.pages.history(standing, mine.name, f"{exercise}::{check}", title, by_week, again))

    def compare(self, asked: QueryParams) -> Response:
        """Two gradings; the last two where none is named."""
        standing, mine = self.desk.standing(), self._mine(asked)
        known = runs(self.desk.store.gradings(mine.name))
        first, second = ([one.when for one in known][-2:] + ["", ""])[:2]
        chosen = asked.get("old", first), asked.get("new", second)
        if len(known) < 2:
            return HTMLResponse(self.pages.compare(standing, mine.name, known, chosen, None))
        try:
            found = compared(standing, self.desk.store, mine, *chosen)
        except CannotCorrect as error:
            return HTMLResponse(self.pages.compare(standing, mine.name, known, chosen, None, what_it_says(error)), 404)
        return HTMLResponse(self.pages.compare(standing, mine.name, known, chosen, found))

    def similar(self, asked: QueryParams) -> Response:
        """Pairs of answers that share more than others do."""
        mine = self._mine(asked)
        return HTMLResponse(self.pages.similar(mine.name, self.similar_answers.of(mine)))

    def beside(self, asked: QueryParams) -> Response:
        """Two answers beside each other."""
        mine = self._mine(asked)
        found = self.similar_answers.of(mine)
        number = found.number_of(asked.get("exercise", ""), asked.get("one", ""), asked.get("other", ""))
        return HTMLResponse(self.pages.beside(mine.name, found, number))

    def _mine(self, asked: QueryParams) -> CourseAssignment:
        return self.desk.course.assignment(asked.get("assignment", ""))


VIEWS = {  # the last part of an address -> what it shows
    "class": ClassViews.of_class,
    "checks": ClassViews.checks,
    "history": ClassViews.history,
    "compare": ClassViews.compare,
    "similar": ClassViews.similar,
    "beside": ClassViews.beside,
}
