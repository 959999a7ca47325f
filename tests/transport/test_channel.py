"""One message at a time over a socket, with a deadline."""

import socket

import numpy as np
import pytest

from autograder.transport import wire
from autograder.transport.channel import Channel, ChannelClosed, DeadlinePassed

SOON = 0.05  # seconds; nothing is awaited that could still come


@pytest.fixture
def ends():
    """(ours, theirs): two connected channels."""
    pair = [Channel(one) for one in socket.socketpair()]
    yield pair
    for channel in pair:
        channel.close()


def test_a_value_arrives(ends):
    ours, theirs = ends
    ours.send({"op": "call", "images": np.arange(3)})
    assert theirs.receive(5)["images"].tolist() == [0, 1, 2]


def test_messages_arrive_in_order_and_apart(ends):
    ours, theirs = ends
    ours.send("first")
    ours.send("second")
    assert [theirs.receive(5), theirs.receive(5)] == ["first", "second"]


def test_silence_ends_at_the_deadline(ends):
    with pytest.raises(DeadlinePassed):
        ends[0].receive(SOON)


def test_a_deadline_is_put_off_while_there_is_a_reason(ends):
    reasons = [SOON, SOON, 0.0]
    with pytest.raises(DeadlinePassed):
        ends[0].receive(SOON, lambda: reasons.pop(0))
    assert reasons == []


def test_half_a_message_ends_at_the_deadline_too(ends):
    ours, theirs = ends
    whole = b"".join(wire.encode("a long enough text"))
    theirs.connection.sendall(whole[:-1])
    with pytest.raises(DeadlinePassed):
        ours.receive(SOON)


def test_whoever_waits_may_lose_patience(ends):
    ours, theirs = ends

    class Enough(KeyboardInterrupt):
        pass

    def enough():
        raise Enough

    ours.waiting = enough
    with pytest.raises(Enough):
        ours.receive(60)
    theirs.send("there at once")
    assert ours.receive(60) == "there at once"


def test_the_deadline_holds_for_the_patient_too(ends):
    asked = []
    ends[0].waiting = lambda: asked.append(1)
    with pytest.raises(DeadlinePassed):
        ends[0].receive(3 * SOON)
    assert asked


def test_a_reader_that_does_not_read_ends_at_the_deadline(ends):
    with pytest.raises(DeadlinePassed):
        ends[0].send(bytes(2**24), SOON)


def test_half_a_message_and_then_nobody_is_told(ends):
    ours, theirs = ends
    theirs.connection.sendall(b"AGW1\x05")
    theirs.close()
    with pytest.raises(ChannelClosed):
        ours.receive(5)


def test_sending_to_nobody_is_told(ends):
    ours, theirs = ends
    theirs.close()
    with pytest.raises(ChannelClosed):
        ours.send("anybody?", 5)


def test_noise_is_no_message(ends):
    ours, theirs = ends
    theirs.connection.sendall(b"hello, here I am, a line of text\n")
    with pytest.raises(wire.ProtocolError):
        ours.receive(5)


def test_a_length_over_the_limit_is_refused_without_waiting_for_it(ends):
    ours, theirs = ends
    theirs.connection.sendall(wire.PREFIX.pack(wire.MAGIC, 10, 2**60))
    with pytest.raises(wire.ProtocolError, match="too large"):
        ours.receive(5)


def test_bytes_that_nobody_asked_for_are_seen_and_not_taken(ends):
    ours, theirs = ends
    assert not ours.has_unread()
    theirs.send("early")
    assert ours.has_unread()
    assert ours.receive(5) == "early"
    assert not ours.has_unread()


def test_a_channel_that_was_closed_has_nothing_unread(ends):
    ours, theirs = ends
    theirs.close()
    assert not ours.has_unread()


def test_what_is_not_plain_data_is_not_sent_at_all(ends):
    ours, theirs = ends
    with pytest.raises(wire.ProtocolError):
        ours.send(object())
    assert not theirs.has_unread()
