"""The class of ``evening.py`` is what it says, and ``evening_kills.py`` finds nothing in a sample, and something where there is something."""

import random
from pathlib import Path

import canvas_server
import evening_kills
import one_by_chance
import pytest
from evening_class import AGAIN, COUNT, KINDS, LATE, NEVER, compose, files_of, write_canvas
from evening_kills import STEPS, Evening, Found, kill_each, unkilled
from killed_commands import Commands

from autograder.content import assignment_folder
from autograder.content.discovery import collect
from autograder.desk.roster import read_roster

ROOT = Path(__file__).parents[2]
KILLED = ("new", "fetch", "comment", "unfair")
LAST = "push"  # and always this one: what the Canvas has at the end comes from it


def test_the_class_is_made_of_what_instructors_meet(tmp_path):
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    students = compose(assignment)
    assert len(students) == COUNT == 60 and students == compose(assignment)
    assert len({one.name for one in students}) == 58  # twice two people have one name
    archive, gradebook = write_canvas(assignment, students, tmp_path)
    (tmp_path / "unpacked").mkdir()
    found = collect([archive], assignment, scratch=tmp_path / "unpacked")
    assert len(found.handed) + len(found.without) == COUNT - len(NEVER)
    assert sum(owner.late for owner in found.owners.values()) == len(LATE) and len(found.worked) == 1
    assert len(read_roster(gradebook)) == COUNT - 1
    kinds = {one.kind: files_of(assignment, one) for one in students if one.kind}
    assert len(kinds) == len(KINDS) and list(kinds["empty"].values()) == [b""] and len(kinds["two"]) == 2
    assert any("-1.ipynb" in name for place in AGAIN for name in files_of(assignment, students[place]))
    wrong = [len(one.wrong) for one in students]
    assert wrong.count(0) >= COUNT // 5 and sum(wrong) > COUNT


@pytest.mark.slow
def test_nothing_is_lost_or_sent_twice_in_a_sample(tmp_path, monkeypatch, pytestconfig):
    """One kill each in three of five commands; the program itself kills all of them, many times."""
    stopped = [*(KILLED if pytestconfig.getoption("--whole") else one_by_chance.some(KILLED, 2, "kills")), LAST]
    monkeypatch.setenv("AUTOGRADER_CANVAS_TOKEN", canvas_server.TOKEN)
    (tmp_path / "home").mkdir()
    found, rng = Found(), random.Random(3)
    with canvas_server.CanvasServer().running() as server, Commands(tmp_path / "home", PYTHONPATH=str(ROOT)) as run:
        evening = Evening(tmp_path, run, server)
        after = unkilled(evening, found)
        for step in STEPS:
            if step.name in stopped:
                kill_each(evening, step, after[step.name], 1, rng, found)
        assert found.faults == [] and found.kills == len(stopped)
        before = evening.state()
        server.work[11].comments *= 2
        next((evening.here / "course" / "reports" / "miniature").glob("*.receipt")).unlink()
        again = evening.state()
    assert len([name for name in before if before[name] != again.get(name)]) == 2


def test_a_difference_is_named():
    assert evening_kills._difference({"a": [1, {"b": "left"}]}, {"a": [1, {"b": "lost"}]}) == "/a/1/b: 'left' and not 'lost'"
