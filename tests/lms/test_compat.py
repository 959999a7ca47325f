"""canvasapi and pylti1p3next are still as the kit needs them; each test says what has changed if they are not."""

import lti_platform
import requests
from canvasapi.course import Course
from canvasapi.upload import Uploader
from other_side import unchanged
from pylti1p3.registration import Registration
from requests.adapters import BaseAdapter

from autograder.lms import compat


class Answers(BaseAdapter):
    def __init__(self):
        super().__init__()
        self.asked = []
        self.content = b'[{"id": 1, "name": "Ada"}]'

    def send(self, request, **_settings):
        self.asked.append(request)
        found = requests.Response()
        found.status_code, found.request, found.url = 200, request, request.url
        found._content = self.content
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


def test_access_is_asked_for_again_when_it_ends():
    with unchanged("pylti1p3next", "lms/compat.py", "ServiceConnector keeps access tokens by _cache_access_token, and looks for them by _get_cached_access_token"):
        now = [0.0]
        answers = Answers()
        session = requests.Session()
        session.mount("https://", answers)
        registration = Registration().set_client_id("c").set_auth_token_url("https://x.org/token").set_tool_private_key(lti_platform.key_pem().decode())
        connector = compat.LtiConnector(registration, session, lambda: now[0])
        answers.content = b'{"access_token": "t", "expires_in": 3600}'
        for moment, times in ((0.0, 1), (3000.0, 1), (3600.0, 2)):
            now[0] = moment
            assert connector.get_access_token(["b", "a"]) == "t" and len(answers.asked) == times
        connector.forget()
        assert connector.get_access_token(["a", "b"]) == "t" and len(answers.asked) == 3
