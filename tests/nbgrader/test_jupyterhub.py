"""A real JupyterHub: two students fetch, check and submit, an instructor collects and grades, each in their own server.

All of it is one test, because each server costs seconds. Its parts: JupyterHub, its spawner for people without an account on the machine,
and a proxy of our own inside the hub (see ``hub_proxy``), so nothing is needed from outside.
"""

import json
import os
import re
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from nbgrader_course import written

pytest.importorskip("jupyterhub", reason="jupyterhub is not installed")
pytestmark = pytest.mark.slow
SUPPORT = Path(__file__).parents[1] / "support"
BIN = Path(sys.executable).parent
PATIENCE = 120  # seconds
PASSWORD = "only for tests"
HUB = """
import sys
sys.path.insert(0, {support!r})
from hub_proxy import ProxyInside

c = get_config()  # noqa
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.JupyterHub.proxy_class = ProxyInside
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r} + "/{{username}}"
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.notebook_dir = {homes!r} + "/{{username}}"
c.Spawner.args = ["--allow-root", "--ServerApp.log_level=WARN"]
c.Spawner.env_keep = ["PATH", "AUTOGRADER_CACHE", "KERAS_HOME", "https_proxy", "TMPDIR"]
c.Spawner.start_timeout = c.Spawner.http_timeout = {patience}
"""
OF_STUDENTS = """
import os
c = get_config()  # noqa
c.CourseDirectory.course_id = {course!r}
c.CourseDirectory.student_id = os.environ["JUPYTERHUB_USER"]  # all have one account here
c.Exchange.root = {exchange!r}
"""
EXTENSIONS = {"ServerApp": {"jpserver_extensions": {f"nbgrader.server_extensions.{name}": True for name in ("assignment_list",)}}}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Person:
    """Somebody who has logged in, and their server."""

    def __init__(self, hub: str, name: str) -> None:
        import requests

        self.hub, self.name = hub, name
        self.session = requests.Session()
        self.session.get(f"{hub}/hub/login", timeout=PATIENCE)
        done = self.session.post(
            f"{hub}/hub/login",
            data={"username": name, "password": PASSWORD, "_xsrf": self.session.cookies.get("_xsrf")},
            timeout=PATIENCE,
            allow_redirects=False,
        )
        assert done.status_code == 302, done.text
        self.session.get(f"{hub}/hub/home", timeout=PATIENCE)
        token = self.session.post(
            f"{hub}/hub/api/users/{name}/tokens",
            json={"note": "for a test"},
            headers={"X-XSRFToken": self.session.cookies.get("_xsrf", path="/hub/")},
            timeout=PATIENCE,
        )
        assert token.status_code == 201, token.text
        self.token = token.json()["token"]
        self.headers = {"Authorization": f"token {self.token}"}
        self.requests = requests

    def start(self) -> None:
        assert self.ask("POST", f"/hub/api/users/{self.name}/server").status_code in (201, 202)

    def wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self.ask("GET", f"/hub/api/users/{self.name}").json()["servers"].get("", {}).get("ready"):
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.2)

    def ask(self, method: str, path: str, **named: object):
        return self.requests.request(method, self.hub + path, headers=self.headers, timeout=PATIENCE, **named)

    def mine(self, method: str, path: str, **named: object) -> dict:
        """An answer of this person's own server."""
        done = self.ask(method, f"/user/{self.name}/{path}", **named)
        assert done.ok, f"{done.status_code} {done.text[:2000]}"
        return done.json()

    def runs(self, folder: str, *cells: str) -> str:
        """What cells print in a kernel of this person's, one after the other."""
        import websocket

        kernel = self.mine("POST", "api/kernels", json={"name": "python3", "path": folder})["id"]
        address = f"{self.hub.replace('http', 'ws', 1)}/user/{self.name}/api/kernels/{kernel}/channels"
        line = websocket.create_connection(address, header=[f"Authorization: token {self.token}"], timeout=PATIENCE)
        said = ""
        for cell in cells:
            content = {"code": cell, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
            header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": self.name, "session": "s", "version": "5.3", "date": ""}
            line.send(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell", "buffers": []}))
            while True:
                message = json.loads(line.recv())
                if message["parent_header"].get("msg_id") != header["msg_id"]:
                    continue
                kind, content = message["header"]["msg_type"], message["content"]
                said += content.get("text", "") + content.get("data", {}).get("text/plain", "") + "\n".join(content.get("traceback", ()))
                if kind == "status" and content["execution_state"] == "idle":
                    break
        line.close()
        self.ask("DELETE", f"/user/{self.name}/api/kernels/{kernel}")
        return said


@pytest.fixture
def hub(tmp_path, commands):
    """The address of a hub; its people's homes are in ``tmp_path / "homes"``."""
    port = free_port()
    homes = tmp_path / "homes"
    homes.mkdir()
    config = tmp_path / "jupyterhub_config.py"
    config.write_text(
        HUB.format(
            support=str(SUPPORT), port=port, hub_port=free_port(), password=PASSWORD, homes=str(homes), python=sys.executable, patience=PATIENCE
        )
    )
    environment = {name: value for name, value in commands.environment.items() if not name.startswith("JUPYTER")}
    with open(tmp_path / "hub.log", "wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", config], cwd=tmp_path, env=environment, stdout=log, stderr=log
        )
        try:
            deadline = time.monotonic() + PATIENCE
            while b"JupyterHub is now running" not in (tmp_path / "hub.log").read_bytes():
                assert running.poll() is None and time.monotonic() < deadline, (tmp_path / "hub.log").read_text()
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(PATIENCE)


RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
WRONG = {**RIGHT, "double": "return numbers + 2"}


def test_two_students_and_an_instructor(hub, tmp_path, untouched):
    homes, exchange = tmp_path / "homes", tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    os.chmod(exchange, 0o777)
    course = untouched.copy(homes / "instructor" / "ai101")
    with open(course.folder / "nbgrader_config.py", "a") as config:
        config.write(f"\nc.Exchange.root = {str(exchange)!r}\n")
    done = course.nbgrader("release_assignment", "miniature")
    assert done.code == 0, done.output
    (name,) = os.listdir(exchange)
    assignment = {"course_id": name, "assignment_id": "miniature"}
    for student in ("ada", "ben"):
        settings = homes / student / ".jupyter"
        settings.mkdir(parents=True)
        (settings / "nbgrader_config.py").write_text(OF_STUDENTS.format(exchange=str(exchange), course=name))
        (settings / "jupyter_server_config.json").write_text(json.dumps(EXTENSIONS))
    people = {name: Person(hub, name) for name in ("ada", "ben", "instructor")}
    for one in people.values():
        one.start()
    for one in people.values():
        one.wait()

    for name, answers, says in (("ada", RIGHT, "passed"), ("ben", WRONG, "You added two.")):
        one = people[name]
        listed = one.mine("POST", "assignments/fetch", json=assignment)
        assert listed["success"], listed
        place = "api/contents/miniature/miniature.ipynb"
        page = written(one.mine("GET", place)["content"], **answers)
        one.mine("PUT", place, json={"type": "notebook", "content": page})
        cells = ["".join(cell["source"]) for cell in page["cells"] if cell["cell_type"] == "code"]
        said = re.sub(r"\x1b\[[0-9;]*m", "", one.runs("miniature", *cells))
        assert says in said, said
        assert one.mine("POST", "assignments/submit", json=assignment)["success"]

    commands = [["nbgrader", "collect", "miniature"], ["autograder", "grade", "--course", ".", "--assignment", "miniature", "--jobs", "1"]]
    program = f"import subprocess\nfor command in {commands!r}:\n    done = subprocess.run(command, capture_output=True, text=True)\n    print(done.returncode, done.stdout, done.stderr)"
    said = people["instructor"].runs("ai101", program)
    assert "2 submissions, 2 graded" in said or "2 graded" in said, said
    assert {student: sum(cells.values()) for student, cells in course.marks().items()} == {"ada": 100, "ben": 50}
