"""A working copy can be made of an assignment that lies anywhere, in either of its forms."""

import miniature
import pytest


@pytest.mark.usefixtures("one_process")
def test_an_assignment_in_another_folder_is_copied_by_its_place(tmp_path, monkeypatch, typed):
    """A name with a slash was looked for among the names of the known assignments."""
    miniature.write(tmp_path / "away")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    code, _out, error = typed("start ../away/solutions/miniature")
    assert code == 2 and error.rstrip().endswith("Build it first:   autograder build ../away/solutions/miniature")
    assert typed("build ../away/solutions/miniature")[0] == 0
    for place, folder in (("../away/solutions/miniature", "one"), ("../away/assignments/miniature", "two")):
        code, out, _error = typed(f"start {place} {folder}")
        assert code == 0 and "2 functions to write" in out
        text = (tmp_path / "here" / folder / "miniature.py").read_text("utf-8")
        assert "raise NotImplementedError" in text and "BEGIN SOLUTION" not in text
    code, _out, error = typed("start ../away/nothing three")
    assert code == 2 and "../away/nothing" in error and not (tmp_path / "here" / "three").exists()
