"""The whole way from a learning platform into the desk and back, in a real browser: with its rules on cookies, sites and redirects."""

import contextlib
import threading
from urllib.parse import urlsplit

import lti_visitor
import platform_course
import pytest
import uvicorn
from lti_platform import LtiPlatform

from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.server import DeskServer
from autograder.desk.store import Store

pytestmark = pytest.mark.usefixtures("warm_servers")


class Elsewhere(LtiPlatform):
    """At another name than the desk's, so that for the browser it is another site."""

    def __init__(self):
        super().__init__()
        self.address = self.address.replace("127.0.0.1", "localhost")
        self.assignment["id"] = self.assignment["id"].replace("127.0.0.1", "localhost")


@contextlib.contextmanager
def desk_of(course):
    """A desk that answers on 127.0.0.1."""

    def opened():
        found = read_course(course)
        return CourseDesk(found, Store(found), 1)

    config = uvicorn.Config(None, host="127.0.0.1", port=0, log_level="warning", access_log=False, lifespan="off")
    listening = config.bind_socket()
    desk = DeskServer(opened, listening.getsockname()[1])
    config.app = desk.app
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield desk
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        desk.close()


@pytest.fixture
def platform():
    with Elsewhere().running() as running:
        yield running


@pytest.fixture
def course(tmp_path, platform):
    return lti_visitor.course_at(tmp_path / "here", platform, opened=False)


@pytest.fixture
def desk(course, platform):
    with desk_of(course) as running:
        address = f"http://127.0.0.1:{running.port}"
        platform_course.connect_lti(course, platform, address)
        yield running


def come(page, desk, platform, user=50):
    """Clicks a link of the platform."""
    target = f"http://127.0.0.1:{desk.port}/lti/login"
    hidden = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in platform.initiation(user).items())
    page.goto(f"{platform.address}/keys")  # any page there
    page.set_content(f'<form method="post" action="{target}">{hidden}<button>Open the tool</button></form>')
    page.get_by_role("button").click()


def test_an_instructor_comes_in_and_corrects_a_mark(view, desk, platform, screenshot):
    page = view()
    come(page, desk, platform)
    page.wait_for_url(f"{desk.address}**")
    page.get_by_role("link", name="Ben Bo: 50").click()
    page.get_by_label("Write a comment to the student").check()
    page.get_by_label("Reason or comment").fill("Come and see me.")
    page.get_by_label("Your name").fill("Turing")
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_text("Come and see me.").first.wait_for()
    page.get_by_role("link", name="Learning platform").click()
    page.get_by_text("What an administrator types in").wait_for()
    screenshot(page, "desk-lti", full_page=True)
    assert not page.context.cookies(f"http://127.0.0.1:{desk.port}/")  # that of the login is not for other pages


def test_a_student_and_a_stranger_do_not(view, desk, platform, screenshot):
    page = view()
    come(page, desk, platform, 52)
    page.get_by_text("You are not in the list of students").wait_for()
    screenshot(page, "desk-lti-student")
    assert desk.known.token not in page.content() + page.url
    page.reload()  # the browser sends the same launch again
    page.get_by_text("this login was used already").wait_for()


def test_a_page_of_the_desk_cannot_be_shown_in_a_frame(view, desk, platform):
    page = view()
    page.goto(f"{platform.address}/keys")
    page.set_content(f'<iframe src="{desk.address}"></iframe>')
    page.frames[1].wait_for_load_state()
    assert "Ben Bo" not in page.frames[1].content()


def test_the_address_of_the_desk_goes_to_no_other_site(view, desk, platform):
    """From a page with the token in its address, a link to elsewhere."""
    page = view()
    page.goto(desk.address)
    page.evaluate(f"location.href = {platform.address!r} + '/keys'")
    page.wait_for_url(f"{platform.address}/**")
    (asked,) = [one for one in platform.asked if one.path == "/keys"]
    assert "referer" not in asked.headers and desk.known.token not in str(asked) and urlsplit(page.url).hostname == "localhost"
