"""Ctrl-C waits where it would leave a lock behind, and not for ever."""

import signal
import threading

import pytest

from autograder.core.signals import held


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_it_is_raised_when_the_block_has_ended():
    done = []
    with pytest.raises(KeyboardInterrupt), held():
        press()
        done.append("the rest")
    assert done == ["the rest"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_one_is_raised_at_once():
    done = []
    with pytest.raises(KeyboardInterrupt), held():
        press()
        press()
        done.append("the rest")
    assert not done


def test_without_one_nothing_happens_and_afterwards_it_is_as_before():
    with held():
        pass
    with pytest.raises(KeyboardInterrupt):
        press()


def test_blocks_inside_one_another_end_together():
    done = []
    with pytest.raises(KeyboardInterrupt), held():
        with held():
            press()
        done.append("the outer one")
    assert done == ["the outer one"]


def test_a_handler_of_somebody_elses_stays():
    seen = []
    before = signal.signal(signal.SIGINT, lambda *_: seen.append("theirs"))
    try:
        with held():
            press()
    finally:
        signal.signal(signal.SIGINT, before)
    assert seen == ["theirs"]


def test_another_thread_may_use_it():
    done = []

    def work() -> None:
        with held():
            done.append("worked")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["worked"]
