"""What is said of versions of Python is what tests/pythons.py has found."""

import importlib.util
import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("pythons", ROOT / "tests" / "pythons.py")
pythons = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pythons)


def found() -> dict:
    return json.loads(pythons.FOUND.read_text("utf-8"))


def test_the_table_in_the_readme_is_the_one_that_was_found():
    text = pythons.README.read_text("utf-8")
    assert pythons.table(found()) == text.split(pythons.BEGIN)[1].split(pythons.END)[0].strip()


def test_the_classifiers_are_the_versions_that_were_tried_without_a_failure():
    tried = {
        version
        for version, one in found().items()
        if one.get("parts") and not any(counts["failed"] for counts in one["parts"].values())
    }
    assert set(pythons.classifiers()) == tried


def test_a_version_that_was_not_run_has_a_reason():
    lines = pythons.table({"3.13": {"reason": "tensorflow has no wheel"}}).splitlines()
    assert "| 3.13 | | | | | | not run: tensorflow has no wheel |" in lines
    assert "| 3.14 | | | | | | not run: not on this machine |" in lines


def test_what_was_left_out_is_said_and_counts_are_added_up():
    parts = {part: {"passed": 600, "failed": 0, "skipped": 1} for part in pythons.PARTS if part != "core"}
    one = {"version": "3.12.1", "backend": "tensorflow 2.21.0", "keras": True, "remark": "", "parts": parts}
    row = pythons.table({"3.12": one}).splitlines()[3]
    number = len(parts)
    assert row == f"| 3.12.1 | tensorflow 2.21.0 | passes | {600 * number:,} | 0 | {number} | without tests of core |"
