"""How long a platform is waited for, and what is never sent twice: with a clock that stands still."""

from types import SimpleNamespace

import pytest

from autograder.lms.patience import Broken, Doing, Patience, refused
from autograder.lms.platform import LmsError, LmsRefused, LmsUncertain

NOW = 1_780_000_000.0  # 2026-05-28T20:26:40Z


def reply(status=200, text="", **headers):
    return SimpleNamespace(status_code=status, text=text, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def sent():
    """``sent(replies, repeatable)``: (the last reply or the error, waits in seconds, how many requests were sent)."""

    def send(replies, repeatable=True):
        waits, said, left = [], [], list(replies)

        def once():
            one = left.pop(0)
            if isinstance(one, Exception):
                raise one
            return one

        patience = Patience("Canvas", now=lambda: NOW, sleep=waits.append, say=said.append)
        try:
            found = patience.send(once, repeatable)
        except LmsError as error:
            found = error
        return found, waits, len(replies) - len(left)

    return send


@pytest.mark.parametrize("status", [200, 302, 400, 401, 404, 422])
def test_an_answer_is_an_answer(sent, status):
    assert sent([reply(status)])[1:] == ([], 1)


def test_too_many_requests_wait_as_long_as_is_asked_whatever_the_request(sent):
    found, waits, count = sent([reply(429, retry_after="7"), reply()], repeatable=False)
    assert found.status_code == 200 and waits == [7.0] and count == 2


def test_the_older_refusal_of_canvas_is_one_too(sent):
    found, waits, _ = sent([reply(403, "403 Forbidden (Rate Limit Exceeded)"), reply()])
    assert found.status_code == 200 and waits == [1.0]
    assert sent([reply(403, "not for you")])[0].status_code == 403


def test_a_date_to_wait_for(sent):
    assert sent([reply(429, retry_after="Thu, 28 May 2026 20:27:10 GMT"), reply()])[1] == [30.0]


def test_who_is_asked_to_wait_for_an_hour_decides(sent):
    found, waits, _ = sent([reply(429, retry_after="3600"), reply()])
    assert str(found) == "Canvas asks to wait 3600 seconds. Run the same command again after that." and waits == []


@pytest.mark.parametrize("fault", [reply(500), reply(502), reply(503, retry_after="nonsense"), Broken("it does not answer")])
def test_a_fault_is_tried_again_with_longer_waits(sent, fault):
    found, waits, _ = sent([fault, fault, fault, reply()])
    assert found.status_code == 200 and waits == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("fault", [reply(500), reply(503), Broken("its answer is incomplete")])
def test_a_change_without_an_answer_is_not_sent_again(sent, fault):
    found, waits, count = sent([fault, reply()], repeatable=False)
    assert isinstance(found, LmsUncertain) and count == 1 and waits == []


def test_a_platform_that_does_not_recover_is_said(sent):
    found, waits, count = sent([reply(503)] * 9)
    assert "Canvas cannot be used now: it answers with the error 503." in str(found) and count == 6 and waits == [1, 2, 4, 8, 16]


def test_a_quota_that_is_nearly_used_up_slows_us_down(sent):
    assert sent([reply(x_rate_limit_remaining="400.5")])[1] == []
    assert sent([reply(x_rate_limit_remaining="40.0")])[1] == [6.0]
    assert sent([reply(x_rate_limit_remaining="-3")])[1] == [10.0]
    assert sent([reply(x_rate_limit_remaining="unlimited")])[1] == []


def test_who_may_not_do_something_is_told_who_may():
    error = refused("Canvas", 403, "user not authorized", Doing.USE, "courses/12")
    assert isinstance(error, LmsRefused) and not isinstance(error, LmsUncertain)
    assert str(error).endswith("A teacher of the course has to make the token. It says: user not authorized.")
