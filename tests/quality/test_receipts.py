"""A sample of ``receipts.py``: no changed receipt is accepted, and one that were would be counted."""

import random

import course_class
import receipts

from autograder.desk.keys import CourseKey


def test_no_changed_receipt_of_a_sample_is_accepted(tmp_path, monkeypatch):
    here = course_class.copy_to(tmp_path / "here")
    true, public = receipts.receipts_in(here), CourseKey(here / "course").public
    assert len(true) == 3 and receipts.attack(true, public, 100, random.Random(1)) == 0
    monkeypatch.setattr(receipts, "read", lambda _data, _key: {})
    assert receipts.attack(true, public, 5, random.Random(1)) == 5
