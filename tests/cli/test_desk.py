"""``autograder desk``: a server of this user's on this machine, at an address with a token, until Ctrl-C."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import urllib.error
import urllib.request

import course_class
import lti_visitor
import pytest
from lti_platform import LtiPlatform

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
def test_it_answers_at_its_address_only_and_ends_with_ctrl_c(tmp_path):
    here = course_class.copy_to(tmp_path / "here")
    command = [sys.executable, "-u", "-m", "autograder", "desk", "course"]
    server = subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/\S+/", server.stdout.readline())[0]
        with urllib.request.urlopen(address) as answer:
            assert "Ben Bo" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(address[: address.index("/", 8)] + "/")
        place = re.search(r"127\.0\.0\.1:(\d+)", address)
        for request in (f"GET /{address.split('/')[3]}/ HTTP/9.9\r\n\r\n", f"GET {address}x HTTP/1.1\r\nHost: {place[0]}\r\nConnection: close\r\n\r\n", "\0\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", int(place[1]))) as line:  # whatever arrives, no log names the token
                line.sendall(request.encode())
                line.recv(1000)
        seen = subprocess.run(["ps", "-o", "args=", "-p", str(server.pid)], capture_output=True, text=True).stdout
        assert address.split("/")[3] not in seen  # other users can read a process's arguments
    finally:
        server.send_signal(signal.SIGINT)
        out, error = server.communicate(timeout=60)
    assert server.returncode == 0 and "Traceback" not in error and address.split("/")[3] not in error


@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
def test_a_learning_platform_finds_it_at_the_address_that_it_knows(tmp_path):
    """An administrator has typed in the port, so it is the same one each time."""
    with socket.create_server(("127.0.0.1", 0)) as free, LtiPlatform().running() as platform:
        port = free.getsockname()[1]
        course = lti_visitor.course_at(tmp_path / "here", platform, f"http://127.0.0.1:{port}")
        free.close()
        server = subprocess.Popen([sys.executable, "-u", "-m", "autograder", "desk", str(course)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/lti/keys") as answer:
                assert b'"kty":"RSA"' in answer.read()
        finally:
            server.send_signal(signal.SIGINT)
            out, error = server.communicate(timeout=60)
    assert "does not answer" not in out and "Traceback" not in error


@pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
def test_the_browsers_arguments_hold_no_token(tmp_path):
    """Other users can read them; the file that they name only this user can."""
    here = course_class.copy_to(tmp_path / "here")
    browser, seen = here / "browser", here / "seen"
    browser.write_text(f'#!/bin/sh\necho "$@" > {seen}\n')
    browser.chmod(0o700)
    command = [sys.executable, "-u", "-m", "autograder", "desk", "course", "--open"]
    server = subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "BROWSER": f"{browser} %s"})
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/(\S+)/", server.stdout.readline())
        while not seen.exists() or not seen.read_text():
            assert server.poll() is None
        way_in = here / "course" / "desk.html"
        assert seen.read_text().strip() == way_in.as_uri() and stat.S_IMODE(way_in.stat().st_mode) == 0o600
        assert address[1] not in seen.read_text() + way_in.read_text()
        (start,) = re.findall(r'href="([^"]+)"', way_in.read_text())
        with urllib.request.urlopen(start) as answer:
            assert f'href="/{address[1]}/"' in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="404"):  # it leads in once
            urllib.request.urlopen(start)
    finally:
        server.send_signal(signal.SIGINT)
        _out, error = server.communicate(timeout=60)
    assert "Traceback" not in error and not way_in.exists()


def test_another_user_of_the_machine_can_read_nothing(tmp_path):
    course = course_class.copy_to(tmp_path / "here") / "course"
    for name in ("course.db", "course.key"):
        assert stat.S_IMODE((course / name).stat().st_mode) == 0o600
    for name in (".judged", ".locks", "reports", "reports/miniature"):
        assert stat.S_IMODE((course / name).stat().st_mode) == 0o700
    assert open_to_others(course) == {"course.toml", "course.pub", "roster.csv"}  # in a folder that itself is open; the kit's own is not


def open_to_others(folder):
    """Files that another user can read if the folder itself is open."""
    found = set()
    for path in folder.rglob("*"):
        above = [one for one in path.parents if folder in one.parents]
        if path.is_file() and path.stat().st_mode & 0o004 and all(one.stat().st_mode & 0o001 for one in above):
            found.add(path.relative_to(folder).as_posix())
    return found


def test_what_is_not_a_course_is_said_before_anything_starts(tmp_path, monkeypatch, typed):
    monkeypatch.chdir(tmp_path)
    code, _, error = typed("desk")
    assert code == 2 and "There is no course.toml in this folder" in error
