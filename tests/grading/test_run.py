"""What only the whole class shows comes into the reports of those whom it concerns, and no others are touched."""

from dataclasses import replace

import pytest
import reports_sample as sample

from autograder import reports
from autograder.grading import run


@pytest.fixture
def written(tmp_path):
    """The outlines of two reports that lie in the folder."""
    both = [sample.report("ada"), sample.report("ben", normalize=sample.BY_256)]
    for one in both:
        reports.write_report(one, tmp_path, one.submission)
    return [reports.outline(one) for one in both]


def test_only_a_report_that_has_changed_is_written_again(tmp_path, written):
    before = (tmp_path / "ada.json").read_bytes()
    (tmp_path / "ada.json").write_bytes(before + b"\n")
    after = [written[0], replace(written[1], notes=("There is work in another page, too.",), suspicions=("Like ada.",))]
    found = run._rewritten(written, after, tmp_path, {"ada": "ada", "ben": "ben"})
    assert found == after and (tmp_path / "ada.json").read_bytes() == before + b"\n"
    ben = reports.read_report(tmp_path / "ben.json")
    assert (ben.notes, ben.suspicions) == (after[1].notes, after[1].suspicions)
    told = {check.message for check in ben.checks}
    assert told == {"", *(one["message"] for one in sample.BY_256.values())}, "also what is not in an outline"
