"""A Canvas in miniature, written from its documented REST API: https://developerdocs.instructure.com/services/canvas

Courses, users, assignments, submissions, comments, the three steps of an upload, pages of lists, and the header of the quota.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from loopback_server import Answer, Asked, LoopbackServer

TOKEN = "7~canvasSecretToken0123456789"
COURSE, ASSIGNMENT = 4711, 88
PLACE = rf"/api/v1/courses/{COURSE}"


@dataclass
class Person:
    name: str
    login: str = ""
    email: str = ""
    sis: str = ""
    active: bool = True


@dataclass
class Work:
    """What one student has in one assignment."""

    score: float | None = None
    excused: bool = False
    taken_off: float = 0.0
    comments: list[dict] = field(default_factory=list)
    history: list[dict] = field(default_factory=list)
    group: int | None = None


class CanvasServer(LoopbackServer):
    """Whoever has an enrolment that is not active is not in the list of users, and a mark for them is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.people = {
            11: Person("Ada Lovelace", "ada", "ada@x.org", "a1"),
            12: Person("Ben Bo", "ben", "ben@x.org", "b1"),
            13: Person("Cleo Xu", "cleo", "cleo@x.org", "c1"),
        }
        self.work = defaultdict(Work)
        self.files: dict[int, dict] = {}
        self.page = 2  # people in one answer, however many are asked for
        self.remaining = 700.0
        self.uploads_to_storage = False
        self.assignment = {
            "id": ASSIGNMENT, "name": "Miniature", "points_possible": 100.0, "due_at": "2026-05-31T23:59:00Z", "grading_type": "points",
            "published": True, "post_manually": False, "overrides": [], "group_category_id": None, "course_id": COURSE,
        }  # fmt: skip

    # -- what tests set up and look at -----------------------------------------------------------------------------------

    def submit(self, user: int, name: str, content: bytes, at: str = "2026-05-30T12:00:00Z") -> None:
        """A student submits once more."""
        number = 900 + len(self.files)
        file = {"id": number, "display_name": name, "filename": name, "size": len(content), "url": f"{self.address}/files/{number}/download?verifier=xyz"}
        self.files[number] = {**file, "content": content, "user": None}
        history = self.work[user].history
        history.append({"attempt": len(history) + 1, "submitted_at": at, "attachments": [file], "user_id": user})

    def feedback(self, user: int) -> list[str]:
        return [file["display_name"] for comment in self.work[user].comments for file in comment["attachments"]]

    # -- requests ---------------------------------------------------------------------------------------------------------

    def respond(self, asked: Asked) -> Answer:
        answer = self._answer(asked)
        answer.headers |= {"X-Rate-Limit-Remaining": str(self.remaining), "X-Request-Cost": "0.1"}
        return answer

    def _answer(self, asked: Asked) -> Answer:
        if asked.path.startswith("/files/") or asked.path.startswith("/upload/"):
            return self._file(asked)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return Answer({"errors": [{"message": "Invalid access token."}]}, 401, {"WWW-Authenticate": 'Bearer realm="canvas-lms"'})
        if found := re.fullmatch(rf"{PLACE}/assignments/{ASSIGNMENT}/submissions/(\d+)(/comments/files)?", asked.path):
            user = int(found[1])
            if user not in self.people or not self.people[user].active:
                return Answer({"errors": [{"message": "The specified resource does not exist."}]}, 404)
            if found[2]:
                return self._begin_upload(asked, user)
            return self._put(asked, user) if asked.method == "PUT" else Answer(self._submission(user))
        lists = {
            f"{PLACE}/search_users": lambda: [self._user(number) for number, one in self.people.items() if one.active],
            f"{PLACE}/assignments": lambda: [self.assignment, {"id": 89, "name": "Essay", "points_possible": 10.0, "grading_type": "points", "published": True}],
            f"{PLACE}/assignments/{ASSIGNMENT}/submissions": lambda: [self._submission(number) for number, one in self.people.items() if one.active],
        }
        if asked.path in lists:
            return self._in_pages(asked, lists[asked.path]())
        single = {PLACE: {"id": COURSE, "name": "Counting together"}, f"{PLACE}/assignments/{ASSIGNMENT}": self.assignment}
        if asked.path in single:
            return Answer(single[asked.path])
        return Answer({"errors": [{"message": "The specified resource does not exist."}]}, 404)

    def _in_pages(self, asked: Asked, found: list) -> Answer:
        page = int(asked.query.get("page", ["1"])[0])
        headers = {}
        if page * self.page < len(found):
            headers["Link"] = f'<{self.address}{asked.path}?page={page + 1}&per_page={self.page}>; rel="next", <{self.address}{asked.path}?page=1>; rel="first"'
        return Answer(found[(page - 1) * self.page : page * self.page], headers=headers)

    def _user(self, number: int) -> dict:
        one = self.people[number]
        return {"id": number, "name": one.name, "login_id": one.login or None, "email": one.email or None, "sis_user_id": one.sis or None}

    def _submission(self, user: int) -> dict:
        work = self.work[user]
        last = work.history[-1] if work.history else {"attempt": None, "submitted_at": None, "attachments": []}
        score = None if work.score is None else work.score - work.taken_off
        return {
            **last, "id": 5000 + user, "user_id": user, "assignment_id": ASSIGNMENT, "score": score, "entered_score": work.score,
            "grade": None if score is None else str(score), "excused": work.excused, "points_deducted": work.taken_off or None,
            "submission_comments": work.comments, "submission_history": work.history, "group": {"id": work.group, "name": None},
        }  # fmt: skip

    def _put(self, asked: Asked, user: int) -> Answer:
        form = {name: values[0] for name, values in asked.form.items()}
        members = [user]
        if self.assignment["group_category_id"] and self.work[user].group:
            members = [one for one, work in self.work.items() if work.group == self.work[user].group]
        numbers = [int(number) for number in asked.form.get("comment[file_ids][]", [])]
        if any(self.files.get(number, {}).get("user") != user for number in numbers):
            return Answer({"errors": [{"message": "Invalid file id"}]}, 400)
        if "submission[posted_grade]" in form:
            for one in members:
                self.work[one].score, self.work[one].excused = float(form["submission[posted_grade]"]), False
        if form.get("submission[excuse]") == "true":
            self.work[user].excused, self.work[user].score = True, None
        if "comment[text_comment]" in form or numbers:
            files = [{key: self.files[number][key] for key in ("id", "display_name", "url", "size")} for number in numbers]
            self.work[user].comments.append({"id": len(self.work[user].comments) + 1, "comment": form.get("comment[text_comment]", ""), "attachments": files})
        return Answer(self._submission(user))

    def _begin_upload(self, asked: Asked, user: int) -> Answer:
        number = 900 + len(self.files)
        self.files[number] = {"id": number, "display_name": asked.form["name"][0], "size": int(asked.form["size"][0]), "user": user, "url": f"{self.address}/files/{number}/download"}
        return Answer({"upload_url": f"{self.address}/upload/{number}", "upload_params": {"key": "value"}, "file_param": "file"})

    def _file(self, asked: Asked) -> Answer:
        number = int(asked.path.split("/")[2])
        file = self.files[number]
        if asked.path.startswith("/files/"):
            return Answer(file["content"], kind="text/x-python")
        assert "authorization" not in asked.headers, "the storage must not see the token"
        assert asked.form == {"key": ["value"]} and len(asked.files["file"][1]) == file["size"]
        file["content"] = asked.files["file"][1]
        if self.uploads_to_storage:
            return Answer({"url": file["url"], "location": f"{self.address}{PLACE}/assignments/{ASSIGNMENT}"}, 201)
        return Answer({key: file[key] for key in ("id", "display_name", "url", "size")}, 201)
