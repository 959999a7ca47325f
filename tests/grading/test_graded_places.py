"""Where pages were graded is found again; what cannot be read is as good as nothing."""

import pytest

from autograder.grading import graded_places


def test_the_latest_places_come_first_and_none_twice(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    out = tmp_path / "out"
    graded_places.note(out, [tmp_path / "a"])
    graded_places.note(out, [tmp_path / "b", tmp_path / "a"])
    assert graded_places.places_of(out) == [tmp_path / "b", tmp_path / "a"]
    (tmp_path / "b").rmdir()
    assert graded_places.places_of(out) == [tmp_path / "a"]


def test_they_are_few_enough_to_be_looked_at(tmp_path):
    graded_places.note(tmp_path, [tmp_path / str(number) for number in range(graded_places.MOST + 5)])
    assert (tmp_path / ".results/places.json").read_text().count(str(tmp_path)) == graded_places.MOST


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', '[3, null, "relative", "/a\\u0000b"]', "[" * 100_000])
def test_what_is_no_list_of_places_is_none(tmp_path, content):
    (tmp_path / ".results").mkdir()
    (tmp_path / ".results/places.json").write_text(content)
    assert graded_places.places_of(tmp_path) == []
