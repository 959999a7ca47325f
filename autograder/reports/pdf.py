"""A page as a PDF, by the Chromium, Chrome or Edge that is installed. The kit's pages have a style for paper, so any browser prints them alike."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from autograder.core.files import write_atomically
from autograder.core.languages import message

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PATIENCE = 120  # seconds for one page
FLAGS = ("--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--no-pdf-header-footer")


class NotPrinted(Exception):
    """There is no PDF. The text says why, and what to do."""


def print_page(page: Path) -> Path:
    """Prints a page of the kit into a PDF beside it. The browser's profile is a folder that is deleted afterwards.

    Returns:
        The PDF's path: ``report.pdf`` for ``report.html``.

    Raises:
        NotPrinted: there is no such browser, or it gave nothing.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise NotPrinted(message("For a PDF, Chromium, Chrome or Edge must be installed. In any other browser open {page}, and print it into a file.", page=page))
    with tempfile.TemporaryDirectory(prefix="autograder-") as place:
        made = Path(place, "page.pdf")
        own = [f"--user-data-dir={place}/profile", f"--print-to-pdf={made}", page.resolve().as_uri()]
        as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # or it refuses; the page has no scripts
        try:
            subprocess.run([browser, *FLAGS, *as_root, *own], capture_output=True, timeout=PATIENCE, check=True)
            content = made.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise NotPrinted(message("{browser} made no PDF of {page}. Open the page in a browser, and print it into a file.", browser=Path(browser).name, page=page)) from error
    target = page.with_suffix(".pdf")
    write_atomically(target, content)
    return target
