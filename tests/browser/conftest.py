"""A real browser and a real Jupyter server, for tests of what people see. Skipped where there is no browser.

With ``--screenshots``, what it shows goes to ``test-artifacts/``, to be looked at.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ARTIFACTS = Path(__file__).parents[2] / "test-artifacts"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run",
]  # fmt: skip
SECONDS = 120  # for a server to start, and for anything a page waits for
SETTINGS = {  # of JupyterLab: every cell is there at once, and nothing asks for news
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}


@pytest.fixture(scope="session")
def screenshot(pytestconfig):
    """``screenshot(page or part of it, name, …)`` saves what it looks like, if ``--screenshots`` asks for that: each costs much time."""

    def save(shown, name: str, **settings) -> None:
        if pytestconfig.getoption("--screenshots"):
            ARTIFACTS.mkdir(exist_ok=True)
            shown.screenshot(path=ARTIFACTS / f"{name}.png", **settings)

    return save


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by Playwright; Debian's own, so nothing is downloaded."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.skip(f"there is no browser: none of {', '.join(BROWSERS)} is installed")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=executable, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def jupyter(browser, tmp_path_factory):
    """``jupyter(folder, *arguments)``: a server's address; each with a configuration of its own, and no questions.

    Args (of the function):
        folder: what the server shows.
        arguments: more of the command line; ``app`` is the first part of it, ``lab`` by default.
    """
    with contextlib.ExitStack() as stack:

        def start(folder: Path, *arguments: str, app: str = "lab") -> str:
            pytest.importorskip("jupyterlab", reason="jupyterlab is not installed")
            own = tmp_path_factory.mktemp("jupyter")
            return stack.enter_context(_server(folder, own, app, arguments))

        yield start


@pytest.fixture
def view(browser):
    """``view(dark=False)``: a fresh page of the browser; an error in its scripts fails nothing."""
    with contextlib.ExitStack() as stack:

        def open_page(dark: bool = False, width: int = 1100, height: int = 900):
            scheme = "dark" if dark else "light"
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(SECONDS * 1000)
            return page

        yield open_page


def set_settings(address: str, plugin: str, **values: object) -> None:
    """Changes the settings of a JupyterLab plugin, as its settings editor would."""
    body = json.dumps({"raw": json.dumps(values)}).encode()
    request = urllib.request.Request(f"{address}/lab/api/settings/{plugin}", body, method="PUT")
    with urllib.request.urlopen(request, timeout=SECONDS):
        pass


@pytest.fixture(scope="session")
def settings():
    """``settings(address, plugin, name=value)``."""
    return set_settings


@contextlib.contextmanager
def _server(folder: Path, own: Path, app: str, arguments: tuple[str, ...]) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    places = ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR", "JUPYTERLAB_SETTINGS_DIR",
              "JUPYTERLAB_WORKSPACES_DIR")  # fmt: skip
    environment = {**os.environ, **{name: str(own / name.lower()) for name in places}, "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("MPLBACKEND", None)
    command = [
        sys.executable, "-m", "jupyter", app, "--no-browser", "--allow-root", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=",
        "--ServerApp.password=", "--ServerApp.disable_check_xsrf=True", f"--ServerApp.root_dir={folder}", *arguments,
    ]  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    with (own / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(address, process, own / "log.txt")
            for plugin, values in SETTINGS.items():
                set_settings(address, plugin, **values)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"Jupyter did not start:\n{log.read_text(errors='replace')[-3000:]}")
