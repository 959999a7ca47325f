"""One message at a time over a socket, with a deadline. Both ends use it; neither trusts the other with its memory."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import numpy as np

from autograder.transport import wire

TICK = 0.1  # seconds between two questions whether the caller still waits


class ChannelClosed(Exception):
    """The other side is gone."""


class DeadlinePassed(Exception):
    """No whole message in time."""


class Deadline:
    """A moment that may be put off.

    Args:
        seconds: from now.
        more: asked when it has come; gives seconds to add, and 0 if there are none.
    """

    def __init__(self, seconds: float, more: Callable[[], float] | None = None) -> None:
        self.moment = time.monotonic() + seconds
        self.more = more

    def left(self) -> float:
        """Seconds until it.

        Raises:
            DeadlinePassed: there are none.
        """
        left = self.moment - time.monotonic()
        if left <= 0 and self.more is not None:
            self.moment += self.more()
            left = self.moment - time.monotonic()
        if left <= 0:
            raise DeadlinePassed
        return left


class Channel:
    """Sends and receives ``wire`` messages.

    Args:
        connection: a connected stream socket; the channel owns it from now on.

    Attributes:
        waiting: called now and then while nothing arrives; an exception that it raises ends the waiting.
    """

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.waiting: Callable[[], None] | None = None

    def send(self, value: object, seconds: float | None = None) -> None:
        """Sends one value.

        Raises:
            wire.ProtocolError: the value is not plain data.
            ChannelClosed, DeadlinePassed: the other side is gone, or does not take it in time.
        """
        self.send_parts(wire.encode(value), seconds)

    def send_parts(self, parts: list[bytes | memoryview], seconds: float | None = None) -> None:
        """Sends one value that is encoded already. Raises like ``send``."""
        self.connection.settimeout(seconds)
        try:
            for part in parts:
                self.connection.sendall(part)
        except TimeoutError as error:
            raise DeadlinePassed from error
        except OSError as error:
            raise ChannelClosed from error

    def receive(self, seconds: float | None = None, more: Callable[[], float] | None = None) -> object:
        """Waits for one value; the deadline covers the whole message, however slowly it drips.

        Args:
            seconds: to wait; for ever without.
            more: see ``Deadline``.

        Raises:
            wire.ProtocolError: what arrived is not a message.
            ChannelClosed, DeadlinePassed: the other side is gone, or late.
        """
        deadline = None if seconds is None else Deadline(seconds, more)
        prefix = bytearray(wire.PREFIX.size)
        self._fill(memoryview(prefix), deadline)
        size = len(prefix) + sum(wire.sizes(bytes(prefix)))  # no more than the limits allow
        message = np.empty(size, np.uint8).data  # a bytearray would be filled with zeros first: 0.1 s for MNIST
        message[: len(prefix)] = prefix
        self._fill(message[len(prefix) :], deadline)
        return wire.decode(message)

    def has_unread(self) -> bool:
        """Whether bytes are waiting that were not asked for."""
        self.connection.setblocking(False)
        try:
            return bool(self.connection.recv(1, socket.MSG_PEEK))
        except (BlockingIOError, OSError):
            return False

    def close(self) -> None:
        self.connection.close()

    def _fill(self, buffer: memoryview, deadline: Deadline | None) -> None:
        """Reads exactly as many bytes as the buffer holds."""
        filled = 0
        while filled < len(buffer):
            left = None if deadline is None else deadline.left()
            self.connection.settimeout(left if self.waiting is None else min(TICK, left or TICK))
            try:
                count = self.connection.recv_into(buffer[filled:])
            except TimeoutError:
                if self.waiting is not None:
                    self.waiting()
                continue
            except OSError as error:
                raise ChannelClosed from error
            if not count:
                raise ChannelClosed
            filled += count
