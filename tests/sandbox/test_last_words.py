"""What a process said last: it is read whole or from its end, and nobody is waited for who holds the pipe open."""

import os
import threading

from autograder.sandbox import last_words
from autograder.sandbox.last_words import Drained, read_now


def test_what_is_there_is_read_although_the_other_end_is_open():
    read, write = os.pipe()
    os.write(write, b"It ended.")
    assert read_now(read) == "It ended."
    os.close(write)


def test_nothing_is_waited_for():
    read, write = os.pipe()
    assert read_now(read) == ""
    os.close(write)


def test_a_pipe_that_is_drained_is_never_full():
    """The writer would wait for ever; a pipe of Linux holds 64 KiB."""
    read, write = os.pipe()
    words = Drained(read)
    filling = threading.Thread(target=lambda: (os.write(write, b"a" * 2**20), os.write(write, b"the end"), os.close(write)), daemon=True)
    filling.start()
    filling.join(30)
    assert not filling.is_alive()
    said = words.take()
    assert said.endswith("the end") and len(said) == last_words.KEPT


def test_who_holds_the_pipe_open_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(last_words, "PATIENCE", 0)
    read, write = os.pipe()
    words = Drained(read)
    assert isinstance(words.take(), str)
    os.close(write)
