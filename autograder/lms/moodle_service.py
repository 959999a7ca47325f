"""Calls the functions of Moodle's web service: https://docs.moodle.org/dev/Creating_a_web_service_client

Every request is a POST with the token in its body, so that no address ever holds the token.
"""

from __future__ import annotations

from typing import Any

import httpx

from autograder.core.languages import message
from autograder.lms.patience import INCOMPLETE, NOT_REACHED, TOO_LATE, Broken, Doing, Patience, refused
from autograder.lms.platform import LmsError, LmsFile, LmsRefused, is_same_site
from autograder.lms.token import Token
from autograder.reports.sanitize import one_line

TIMEOUT = httpx.Timeout(120.0, connect=15.0)
LONGEST_SAID = 200  # characters of what Moodle says
LARGEST = 200 * 2**20  # bytes of a file
UPLOAD, DOWNLOAD = message("the upload of a file"), message("the download of a file")
NO_TOKEN = ("invalidtoken", "accessexception", "invalidtimedtoken", "usernotfullysetup")
NOT_ALLOWED = ("nopermissions", "nopermission", "requireloginerror", "notingroup", "webservice_access_exception", "servicenotavailable")


class MoodleService:
    """The web service of one Moodle, for one token.

    Args:
        address: such as ``https://moodle.example.org``; the token goes nowhere else.
    """

    title = "Moodle"

    def __init__(self, address: str, token: Token, patience: Patience | None = None) -> None:
        self.address = address
        self.token = token
        self.patience = patience or Patience(self.title)
        self._client = httpx.Client(timeout=TIMEOUT, follow_redirects=False)

    def close(self) -> None:
        self._client.close()

    def call(self, function: str, repeatable: bool = True, **arguments: Any) -> Any:
        """Calls a function, and gives what it returns.

        Args:
            function: such as ``core_webservice_get_site_info``. repeatable: see ``Patience.send``.

        Raises:
            LmsError: see there.
        """
        form = {"wstoken": self.token.reveal(), "wsfunction": function, "moodlewsrestformat": "json", **as_form(arguments)}
        answer = self._post(f"{self.address}/webservice/rest/server.php", form, repeatable, function)
        return self._checked(answer, function)

    def upload(self, name: str, content: bytes, draft: int) -> int:
        """Puts a file into a draft area of the token's user, where a later call takes it from.

        Args:
            draft: number of the area, 0 for a new one.

        Returns:
            The number of the area.
        """
        form = {"token": self.token.reveal(), "filearea": "draft", "itemid": str(draft), "filepath": "/"}
        address = f"{self.address}/webservice/upload.php"
        found = self._checked(self._post(address, form, not draft, UPLOAD, {"file_1": (name, content)}), UPLOAD)
        first = found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}
        if "itemid" not in first:
            why = self._words(first["error"]) if first.get("error") else message("it gives it no number")
            raise LmsRefused(message("Moodle does not take the file {file}: {why}.", file=one_line(name), why=why))
        return int(first["itemid"])

    def download(self, file: LmsFile) -> bytes:
        """A file's content.

        Raises:
            LmsError: it cannot be had, is at another site, or is not whole.
        """
        if not is_same_site(self.address, file.address):
            raise LmsRefused(message("{file} is not a file of this Moodle, so it is not fetched.", file=one_line(file.name)))
        if (file.size or 0) > LARGEST:
            raise LmsRefused(message("{file} is too large to be fetched.", file=one_line(file.name)))
        reply = self._post(file.address, {"token": self.token.reveal()}, True, DOWNLOAD, size=file.size)
        if "json" in reply.headers.get("content-type", ""):  # a notebook is JSON, too
            found = _json(reply)
            if isinstance(found, dict) and "errorcode" in found:
                self._checked(reply, DOWNLOAD)
        return bytes(reply.content)

    def _post(
        self,
        address: str,
        form: dict[str, str],
        repeatable: bool,
        what: str,
        files: dict[str, tuple[str, bytes]] | None = None,
        size: int | None = None,
    ) -> httpx.Response:
        def once() -> httpx.Response:
            try:
                reply = self._client.post(address, data=form, files=files)
            except httpx.TimeoutException:
                raise Broken(TOO_LATE) from None
            except httpx.RemoteProtocolError:
                raise Broken(INCOMPLETE) from None
            except httpx.HTTPError:
                raise Broken(NOT_REACHED) from None
            if size is not None and reply.status_code == 200 and len(reply.content) < size and "json" not in reply.headers.get("content-type", ""):
                raise Broken(INCOMPLETE)
            if reply.status_code == 200 and address.endswith((".php",)) and _json(reply) is _NOT_JSON:
                raise Broken(INCOMPLETE)
            return reply

        reply = self.patience.send(once, repeatable)
        if reply.is_redirect:
            place = one_line(self.token.hide(reply.headers.get("location", "")), 80)
            raise LmsError(message("Moodle is at another address: {place}. Write that one into course.toml.", place=place))
        if reply.status_code >= 400:
            raise refused(self.title, reply.status_code, "", Doing.USE, what)
        return reply

    def _checked(self, reply: httpx.Response, what: str) -> Any:
        """What an answer holds; Moodle reports its errors with the status 200."""
        found = _json(reply)
        code = str(found.get("errorcode") or "") if isinstance(found, dict) else ""
        if not (isinstance(found, dict) and (code or "exception" in found)):
            return found
        said = self._words(found.get("message") or found.get("error") or "")
        if code in NO_TOKEN:
            raise LmsError(
                message(
                    "Moodle does not accept the token for {what}: it is wrong, has expired, or its service lacks this function. It says: {said}.",
                    what=what, said=said,
                )
            )  # fmt: skip
        if code in NOT_ALLOWED:
            raise LmsRefused(message("Moodle does not let this token use {what}: a teacher of the course has to make the token. It says: {said}.", what=what, said=said))
        raise LmsRefused(message("Moodle refuses {what}: {said} ({code}).", what=what, said=said, code=one_line(code, 40)))

    def _words(self, said: object) -> str:
        return one_line(self.token.hide(str(said)), LONGEST_SAID).rstrip(".")


_NOT_JSON = object()


def _json(reply: httpx.Response) -> Any:
    try:
        return reply.json()
    except ValueError:
        return _NOT_JSON


def as_form(arguments: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Arguments as Moodle reads them from a form.

    Example:
        >>> as_form({"options": [{"name": "onlyactive", "value": True}], "courseid": 3})
        {'options[0][name]': 'onlyactive', 'options[0][value]': '1', 'courseid': '3'}
    """
    found: dict[str, str] = {}
    for key, value in arguments.items():
        name = f"{prefix}[{key}]" if prefix else key
        if isinstance(value, dict):
            found |= as_form(value, name)
        elif isinstance(value, (list, tuple)):
            found |= as_form({str(number): one for number, one in enumerate(value)}, name)
        else:
            found[name] = str(int(value)) if isinstance(value, bool) else str(value)
    return found
