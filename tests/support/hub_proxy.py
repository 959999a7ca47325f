"""JupyterHub's proxy inside of the hub's own process, for tests: the usual one is a program for Node.js, which is not everywhere."""

from urllib.parse import urlsplit

from jupyterhub.proxy import Proxy
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.web import Application
from tornado.websocket import WebSocketHandler, websocket_connect

PATIENCE = 120  # seconds for one answer
OF_A_LINE = {"connection", "content-length", "host", "transfer-encoding", "upgrade"}  # headers that hold for one line only
LARGEST = 64 * 2**20  # bytes of a message


class ProxyInside(Proxy):
    """Sends each request to the hub or to a user's server, whichever has the longer beginning of its path."""

    def __init__(self, **named: object) -> None:
        super().__init__(**named)
        self.routes: dict[str, dict] = {}
        self.server: HTTPServer | None = None

    async def start(self) -> None:
        place = urlsplit(self.public_url)
        application = Application([(r".*", Passing, {"routes": self.routes})], websocket_max_message_size=LARGEST)
        self.server = HTTPServer(application)
        self.server.listen(place.port, place.hostname)

    async def stop(self) -> None:
        self.server.stop()

    async def add_route(self, routespec: str, target: str, data: dict) -> None:
        self.routes[routespec] = {"routespec": routespec, "target": target, "data": {"hub": False, **(data or {})}}

    async def delete_route(self, routespec: str) -> None:
        self.routes.pop(routespec, None)

    async def get_all_routes(self) -> dict[str, dict]:
        return dict(self.routes)


class Passing(WebSocketHandler):
    """One request, or one web socket."""

    def initialize(self, routes: dict[str, dict]) -> None:
        self.routes = routes

    def check_xsrf_cookie(self) -> None:
        """Whoever gets the request looks after that."""

    def check_origin(self, origin: str) -> bool:
        return True

    def _address(self) -> str:
        path = self.request.path if self.request.path.endswith("/") else f"{self.request.path}/"
        best = max((spec for spec in self.routes if path.startswith(spec)), key=len)
        return self.routes[best]["target"].rstrip("/") + self.request.uri

    def _kept_headers(self) -> dict[str, str]:
        kept = {name: text for name, text in self.request.headers.get_all() if name.lower() not in OF_A_LINE and not name.startswith("Sec-Websocket")}
        return {**kept, "Host": self.request.host, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "http"}

    async def _pass_on(self) -> None:
        answer = await AsyncHTTPClient().fetch(
            HTTPRequest(
                self._address(), self.request.method, self._kept_headers(), self.request.body or None, follow_redirects=False,
                decompress_response=False, allow_nonstandard_methods=True, request_timeout=PATIENCE,
            ),
            raise_error=False,
        )  # fmt: skip
        self.clear()
        self.set_status(answer.code, answer.reason)
        for name, text in answer.headers.get_all():
            if name.lower() not in OF_A_LINE:
                self.add_header(name, text)
        await self.finish(answer.body if answer.code not in (204, 304) else None)

    async def get(self, *arguments: str, **named: str) -> None:
        if self.request.headers.get("Upgrade", "").lower() == "websocket":
            self.line = await websocket_connect(
                HTTPRequest(self._address().replace("http", "ws", 1), headers=self._kept_headers()),
                on_message_callback=self._heard,
                max_message_size=LARGEST,
            )
            await super().get(*arguments, **named)
        else:
            await self._pass_on()

    post = put = patch = delete = head = options = _pass_on

    async def on_message(self, message: str | bytes) -> None:
        await self.line.write_message(message, isinstance(message, bytes))

    def _heard(self, message: str | bytes | None) -> None:
        if message is None:
            self.close()
        else:
            self.write_message(message, isinstance(message, bytes))

    def on_close(self) -> None:
        self.line.close()
