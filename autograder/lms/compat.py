"""What the kit needs of canvasapi and pylti1p3next beyond their public interfaces.

Checked with canvasapi 3.6 and pylti1p3next 2.0.2 (``tests/lms/test_compat.py``); ``pyproject.toml`` excludes versions that are not
checked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import requests
from canvasapi.requester import Requester
from pylti1p3.registration import Registration
from pylti1p3.service_connector import ServiceConnector
from requests.adapters import BaseAdapter

from autograder.core.languages import joined, message, what_it_says
from autograder.lms.patience import TRIES
from autograder.lms.platform import LmsError, LmsUncertain

MARGIN = 60.0  # seconds: an access that ends that soon is not used any more


def requester_over(address: str, token: str, adapter: BaseAdapter) -> Requester:
    """What sends canvasapi's requests, all of them through this adapter.

    Rests on ``Requester._session``, a session of requests. canvasapi itself has no way to wait and ask again.
    """
    requester = Requester(address, token)
    for scheme in ("https://", "http://"):
        requester._session.mount(scheme, adapter)
    return requester


def close(requester: Requester) -> None:
    """Ends a requester's connections. Rests on ``Requester._session``."""
    requester._session.close()


class LtiConnector(ServiceConnector):
    """Asks a platform's services, with access that the platform gives for a while.

    Rests on two methods that pylti1p3next leaves to its subclasses: where an access token is kept, and where it is looked for.

    Args:
        clock: the time in seconds. pause: waits before the next try, whose number it gets.
    """

    def __init__(
        self,
        registration: Registration,
        session: requests.Session,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[int], None] = lambda _number: None,
    ) -> None:
        super().__init__(registration, session)
        self.clock = clock
        self.pause = pause
        self.known: dict[str, tuple[str, float]] = {}

    def get_access_token(self, scopes: Sequence[str]) -> str:
        """Access for these scopes. If an answer is lost, it is asked for by a new request: a platform takes each one once.

        Raises:
            LmsError: the platform gives none.
        """
        problem = ""
        for number in range(TRIES):
            try:
                return str(super().get_access_token(scopes))
            except LmsUncertain as error:
                problem = what_it_says(error)
            self.pause(number)
        raise LmsError(joined([problem, message("Try again later; what is done is not done twice.")]))

    def _get_cached_access_token(self, scope_key: str) -> str | None:
        token, until = self.known.get(scope_key, ("", 0.0))
        return token if token and self.clock() < until else None

    def _cache_access_token(self, scope_key: str, access_token: str, expires_in: float) -> None:
        self.known[scope_key] = str(access_token), self.clock() + max(0.0, float(expires_in or 0) - MARGIN)

    def forget(self) -> None:
        """The next request asks for access again."""
        self.known.clear()
