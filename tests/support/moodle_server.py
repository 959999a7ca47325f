"""A Moodle in miniature, written from the documented functions of its web service: https://docs.moodle.org/dev/Web_service_API_functions

Errors have the status 200, as Moodle sends them. A grade that is saved replaces the comment and all feedback files, as it does there.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from loopback_server import Answer, Asked, LoopbackServer

TOKEN = "0123456789abcdef0123456789abcdef"
COURSE, ASSIGNMENT = 7, 21
REST, UPLOAD, FILES = "/webservice/rest/server.php", "/webservice/upload.php", "/webservice/pluginfile.php"


@dataclass
class Participant:
    name: str
    username: str = ""
    email: str = ""
    idnumber: str = ""
    active: bool = True
    role: str = "student"
    groups: list[int] = field(default_factory=list)


@dataclass
class Graded:
    grade: float = -1.0
    comment: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    workflowstate: str = ""
    saved: int = 0


class MoodleServer(LoopbackServer):
    def __init__(self) -> None:
        super().__init__()
        self.people = {
            31: Participant("Ada Lovelace", "ada", "ada@x.org", "a1"),
            32: Participant("Ben Bo", "ben", "ben@x.org", "b1"),
            33: Participant("Cleo Xu", "cleo", "cleo@x.org", "c1"),
            30: Participant("Prof Turing", "turing", role="editingteacher"),
        }
        self.graded = defaultdict(Graded)
        self.submitted: list[dict] = []
        self.drafts: dict[int, dict[str, bytes]] = {}
        self.contents: dict[str, bytes] = {}
        self.extensions: dict[int, int] = {}
        self.takes_files = True
        self.assignment = {"id": ASSIGNMENT, "cmid": 300, "name": "Miniature", "duedate": 1780271940, "grade": 100, "teamsubmission": 0, "markingworkflow": 0}

    def submit(self, user: int, name: str, content: bytes, at: int = 1780142400, group: int = 0, attempt: int = 0) -> None:
        address = f"{self.address}{FILES}/55/assignsubmission_file/submission_files/{len(self.contents)}/{name}"
        self.contents[address.removeprefix(self.address)] = content
        file = {"filename": name, "filepath": "/", "filesize": len(content), "fileurl": address, "timemodified": at, "mimetype": "text/x-python"}
        plugins = [{"type": "file", "name": "File submissions", "fileareas": [{"area": "submission_files", "files": [file]}]}]
        self.submitted = [one for one in self.submitted if (one["userid"], one["groupid"]) != (user, group)]
        self.submitted.append({"id": len(self.contents), "userid": user, "groupid": group, "attemptnumber": attempt, "timemodified": at, "status": "submitted", "plugins": plugins})

    # -- requests ---------------------------------------------------------------------------------------------------------

    def respond(self, asked: Asked) -> Answer:
        assert asked.method == "POST" and not asked.query, "the token must not be in an address"
        token = asked.form.get("wstoken" if asked.path == REST else "token", [""])[0]
        if token != TOKEN:
            return Answer({"exception": "moodle_exception", "errorcode": "invalidtoken", "message": f"Invalid token {token} - token not found"})
        if asked.path == UPLOAD:
            return self._upload(asked)
        if asked.path.startswith(FILES):
            if asked.path not in self.contents:
                return Answer({"error": "Can not find the file", "errorcode": "filenotfound"})
            return Answer(self.contents[asked.path], kind="text/x-python")
        function = asked.form["wsfunction"][0]
        found = getattr(self, f"_{function}", None)
        if asked.form.get("moodlewsrestformat") != ["json"] or found is None:
            return Answer({"exception": "dml_missing_record_exception", "errorcode": "invalidrecord", "message": f"Can't find {function}"})
        return Answer(found({name: values[0] for name, values in asked.form.items()}))

    def _core_course_get_courses_by_field(self, form: dict) -> dict:
        there = form["field"] == "id" and form["value"] == str(COURSE)
        return {"courses": [{"id": COURSE, "fullname": "Counting together"}] if there else [], "warnings": []}

    def _core_enrol_get_enrolled_users(self, form: dict) -> list:
        options = {form[f"options[{number}][name]"]: int(form[f"options[{number}][value]"]) for number in range(9) if f"options[{number}][name]" in form and form[f"options[{number}][value]"].isdecimal()}
        assert options["onlyactive"] == 1
        people = sorted((number, one) for number, one in self.people.items() if one.active)
        shown = people[options["limitfrom"] : options["limitfrom"] + options["limitnumber"]]
        return [
            {
                "id": number, "username": one.username, "fullname": one.name, "email": one.email, "idnumber": one.idnumber,
                "roles": [{"roleid": 5, "shortname": one.role}], "groups": [{"id": group, "name": f"G{group}"} for group in one.groups],
            }
            for number, one in shown
        ]  # fmt: skip

    def _mod_assign_get_assignments(self, _form: dict) -> dict:
        configs = [{"plugin": "comments", "subtype": "assignfeedback", "name": "enabled", "value": "1"}]
        configs.append({"plugin": "file", "subtype": "assignfeedback", "name": "enabled", "value": str(int(self.takes_files))})
        other = {"id": 22, "cmid": 301, "name": "Essay", "duedate": 0, "grade": 10, "configs": []}
        return {"courses": [{"id": COURSE, "assignments": [{**self.assignment, "configs": configs}, other]}], "warnings": []}

    def _mod_assign_get_user_flags(self, _form: dict) -> dict:
        flags = [
            {"userid": number, "extensionduedate": self.extensions.get(number, 0), "workflowstate": self.graded[number].workflowstate}
            for number in self.people
        ]
        return {"assignments": [{"assignmentid": ASSIGNMENT, "userflags": flags}], "warnings": []}

    def _mod_assign_get_submissions(self, _form: dict) -> dict:
        return {"assignments": [{"assignmentid": ASSIGNMENT, "submissions": self.submitted}], "warnings": []}

    def _mod_assign_get_grades(self, _form: dict) -> dict:
        grades = [
            {"userid": number, "attemptnumber": 0, "grade": f"{one.grade:.5f}"} for number, one in self.graded.items() if one.saved or one.grade >= 0
        ]
        return {"assignments": [{"assignmentid": ASSIGNMENT, "grades": grades}], "warnings": []}

    def _mod_assign_get_submission_status(self, form: dict) -> dict:
        user = int(form["userid"])
        one = self.graded[user]
        if not (one.saved or one.grade >= 0 or one.comment or one.files):
            return {"lastattempt": {}, "warnings": []}
        files = []
        for name, content in one.files.items():
            address = f"{self.address}{FILES}/55/assignfeedback_file/feedback_files/{user}/{name}"
            self.contents[address.removeprefix(self.address)] = content
            files.append({"filename": name, "filepath": "/", "filesize": len(content), "fileurl": address, "timemodified": 1})
        plugins = [
            {"type": "comments", "editorfields": [{"name": "comments", "text": one.comment, "format": 1}]},
            {"type": "file", "fileareas": [{"area": "feedback_files", "files": files}]},
        ]
        return {"feedback": {"grade": {"userid": user, "grade": f"{one.grade:.5f}"}, "plugins": plugins}, "warnings": []}

    def _mod_assign_save_grade(self, form: dict) -> object:
        user = int(form["userid"])
        if user not in self.people or not self.people[user].active:
            return {"exception": "moodle_exception", "errorcode": "usernotincourse", "message": "This user is not enrolled"}
        one = self.graded[user]
        needed = ("assignmentid", "grade", "attemptnumber", "addattempt", "workflowstate", "applytoall", "plugindata[assignfeedbackcomments_editor][text]")
        missing = [name for name in needed if name not in form]
        if missing:
            return {"exception": "invalid_parameter_exception", "errorcode": "invalidparameter", "message": f"Missing {missing}"}
        one.grade, one.saved, one.workflowstate = float(form["grade"]), one.saved + 1, form["workflowstate"]
        one.comment = form["plugindata[assignfeedbackcomments_editor][text]"]
        if "plugindata[files_filemanager]" in form and self.takes_files:
            one.files = dict(self.drafts[int(form["plugindata[files_filemanager]"])])
        return None

    def _upload(self, asked: Asked) -> Answer:
        assert asked.form["filearea"] == ["draft"]
        draft = int(asked.form["itemid"][0]) or 1000 + len(self.drafts)
        name, content = asked.files["file_1"]
        area = self.drafts.setdefault(draft, {})
        if name in area:
            return Answer([{"filename": name, "errortype": "filenameexist", "error": "File name already exists"}])
        area[re.sub(r"[/\\]", "", name)] = content
        return Answer([{"component": "user", "filearea": "draft", "itemid": draft, "filename": name, "filepath": "/"}])
