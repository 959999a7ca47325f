"""What the kit needs of canvasapi beyond its public interface.

Checked with canvasapi 3.6 (``tests/lms/test_compat.py``); ``pyproject.toml`` excludes versions that are not checked.
"""

from __future__ import annotations

from canvasapi.requester import Requester
from requests.adapters import BaseAdapter


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
