"""What a build knows of mistakes is read from its file, and a damaged file is no file."""

import json
from types import SimpleNamespace

import pytest

from autograder.content.mistake_fingerprints import STORE, stored


def assignment(folder, content: str | None, public: bool = False):
    place = folder / ("checks" if public else "mistakes")
    place.mkdir()
    if content is not None:
        (place / STORE).write_text(content)
    return SimpleNamespace(folder=folder, public=public)


@pytest.mark.parametrize("public", [True, False])
def test_what_a_build_has_left_is_read(tmp_path, public):
    assert stored(assignment(tmp_path, json.dumps({"double": {}}), public)) == {"double": {}}


@pytest.mark.parametrize("content", [None, "", '{"double": ', "[1, 2]"])
def test_without_a_whole_file_nothing_is_known(tmp_path, content):
    assert stored(assignment(tmp_path, content)) == {}
