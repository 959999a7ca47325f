"""``autograder desk``: a server of this user's on this machine, at an address with a token, until Ctrl-C."""

import os
import re
import signal
import stat
import subprocess
import sys
import urllib.error
import urllib.request

import course_class
import pytest

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
        seen = subprocess.run(["ps", "-o", "args=", "-p", str(server.pid)], capture_output=True, text=True).stdout
        assert address.split("/")[3] not in seen  # other users can read a process's arguments
    finally:
        server.send_signal(signal.SIGINT)
        out, error = server.communicate(timeout=60)
    assert server.returncode == 0 and "Traceback" not in error and address.split("/")[3] not in error


def test_another_user_of_the_machine_can_read_nothing(tmp_path):
    course = course_class.copy_to(tmp_path / "here") / "course"
    for name in ("course.db", "course.key"):
        assert stat.S_IMODE((course / name).stat().st_mode) == 0o600
    for name in (".judged", "reports", "reports/miniature"):
        assert stat.S_IMODE((course / name).stat().st_mode) == 0o700


def test_what_is_not_a_course_is_said_before_anything_starts(tmp_path, monkeypatch, typed):
    monkeypatch.chdir(tmp_path)
    code, _, error = typed("desk")
    assert code == 2 and "There is no course.toml in ." in error
