"""canvasapi is still as the kit needs it; each test says what has changed if it is not."""

import requests
from canvasapi.course import Course
from canvasapi.upload import Uploader
from other_side import unchanged
from requests.adapters import BaseAdapter

from autograder.lms import compat


class Answers(BaseAdapter):
    def __init__(self):
        super().__init__()
        self.asked = []

    def send(self, request, **_settings):
        self.asked.append(request)
        found = requests.Response()
        found.status_code, found.request, found.url = 200, request, request.url
        found._content = b'[{"id": 1, "name": "Ada"}]'
        return found

    def close(self):
        self.closed = True


def test_every_request_goes_through_our_adapter():
    with unchanged("canvasapi", "lms/compat.py", "Requester._session sends all requests"):
        answers = Answers()
        requester = compat.requester_over("https://canvas.example.org", "secret", answers)
        assert [one.name for one in Course(requester, {"id": 3}).get_users()] == ["Ada"]
        (asked,) = answers.asked
        assert asked.url.startswith("https://canvas.example.org/api/v1/courses/3/") and asked.headers["Authorization"] == "Bearer secret"
        requester.request("POST", _url="https://storage.example.org/x", use_auth=False)
        assert "Authorization" not in answers.asked[1].headers
        compat.close(requester)
        assert answers.closed and Uploader
