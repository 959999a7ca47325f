"""Reports as files: whole or not at all, read back alike, under names that bite nobody."""

import json
from dataclasses import replace

import pytest
from reports_sample import BY_256, hostile, huge_png, picture, report, sample_class

from autograder.core.records import Report
from autograder.reports import (
    ReportUnreadable,
    file_stem,
    file_stems,
    folder,
    json_files,
    read_report,
    read_reports,
    report_json,
    write_report,
)
from autograder.reports.json_files import page_name


def without_figures(made):
    return Report.from_dict(made.to_dict())


@pytest.mark.parametrize("made", sample_class(), ids=lambda made: file_stem(made.submission))
def test_a_report_comes_back_as_it_was(tmp_path, made):
    path = write_report(made, tmp_path)
    assert without_figures(read_report(path)) == without_figures(made)


def test_figures_come_back_too(tmp_path):
    made = read_report(write_report(report("ada"), tmp_path))
    drawn = [check for check in made.checks if check.figure]
    assert {check.name for check in drawn} == {
        "test_25_tiles",
        "test_labels_below",
        "test_no_ticks",
        "test_both_numbers",
    }
    assert all(check.figure.startswith(b"\x89PNG") for check in drawn)
    assert (tmp_path / "ada.plot_images.1.png").is_file()


def test_a_later_report_takes_old_figures_away(tmp_path):
    write_report(report("ada"), tmp_path)
    write_report(report("ada", plot_images={"test_25_tiles": {"figure": huge_png()}}), tmp_path)
    assert not (tmp_path / "ada.plot_images.1.png").exists()
    assert (tmp_path / "ada.plot_images.2.png").exists()


def test_figures_are_made_anew_before_they_are_kept(tmp_path):
    write_report(report("ada", plot_images={"test_25_tiles": {"figure": picture() + b"payload"}}), tmp_path)
    assert b"payload" not in (tmp_path / "ada.plot_images.1.png").read_bytes()


def test_the_json_has_the_promised_keys_in_order():
    content = json.loads(report_json(report("ada")))
    promised = (
        "assignment submission source_sha256 status score max_score isolation dataset seed seconds exercises".split()
    )
    assert set(promised) <= set(content)
    assert list(content)[:4] == ["format", "assignment", "submission", "source_sha256"]
    assert {"name", "score", "max_score", "checks"} <= set(content["exercises"][0])
    assert {"name", "title", "outcome", "points", "max_points", "message", "mistake"} <= set(
        content["exercises"][0]["checks"][0]
    )
    assert "figure" not in content["exercises"][3]["checks"][0]


def test_the_json_is_strict_and_readable():
    assert "Grüße" in report_json(replace(report("ada"), notes=("Grüße",))).decode()
    with pytest.raises(ValueError, match="not JSON compliant"):
        report_json(replace(report("ada"), seconds=float("nan")))


def test_printing_the_json_does_nothing_to_a_terminal():
    text = report_json(hostile()).decode()
    assert not set("\x1b\x07\x9b\u202e\u200b") & set(text)
    assert "\\u202e" in text


@pytest.mark.parametrize(
    "content, sentence",
    [
        (None, "cannot be opened"),
        (b"", "is not JSON: line 1"),
        (b"{", "is not JSON: line 1"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"[]", "is not a report: not a report of format 1"),
        (b'{"format": 2}', "is not a report: not a report of format 1"),
        (b'{"format": 1}', "is not a report"),
        (b'{"format": 1, "exercises": 3}', "is not a report"),
        (b'{"format": 1, "exercises": [3]}', "is not a report"),
        (b'{"format": NaN}', "NaN is not a number"),
        (b"[" * 100_000, "is nested too deeply"),
        (report_json(report("ada", normalize=BY_256)).replace(b'"failed"', b'"fialed"'), "'fialed' is not a valid"),
        (report_json(report("ada")).replace(b'"points": 2.0', b'"points": 9.0', 1), "9.0 of 2.0 points is not a valid result"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused_with_a_reason(tmp_path, content, sentence):
    path = tmp_path / "ada.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReportUnreadable, match="^ada.json ") as caught:
        read_report(path)
    assert sentence in str(caught.value)


def test_an_oversized_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(json_files, "LARGEST_REPORT", 2**20)
    (tmp_path / "ada.json").write_bytes(b" " * (2**20 + 1))
    with pytest.raises(ReportUnreadable, match="larger than 1 MiB"):
        read_report(tmp_path / "ada.json")


def test_reports_of_later_versions_and_other_editors_can_be_read(tmp_path):
    content = json.loads(report_json(report("ada")))
    content["mood"] = "good"
    content["exercises"][0]["mood"] = content["exercises"][0]["checks"][0]["mood"] = "good"
    (tmp_path / "ada.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(content).encode())
    assert read_report(tmp_path / "ada.json") == without_figures(report("ada"))


@pytest.mark.parametrize("name", ["ada", "ada_01", "a.b-c", "A", "con_artist", "x" * 60])
def test_harmless_names_stay(name):
    assert file_stem(name) == name


HARMFUL = [
    "", ".", "..", "../../x", "a/b", "a\\b", "c:x", "CON", "con", "con.txt", "NUL", "lpt1", "x.", "x ", ".x", "-x",
    "x" * 61, "x" * 5000, "naïve", "ナオミ", "a\0b", "a\nb", "a\u202eb", "half \ud800", "x\n", "a b", "%2e%2e", "*?",
    "ada-0123456789ab",
]  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL, ids=lambda name: ascii(name)[:20])
def test_harmful_names_are_replaced(name):
    stem = file_stem(name)
    assert stem != name and len(stem) <= 60
    assert stem.replace("-", "").replace("_", "").isalnum() and stem.isascii()
    assert not stem.startswith("-")
    assert stem == file_stem(name)


def test_no_two_names_share_a_file():
    names = [*HARMFUL, "ada", "Ada", "ADA", "straße", "strasse", "a/b", "a\\b", "a b", "x-y", "x/y"]
    stems = file_stems(names)
    assert len({stem.casefold() for stem in stems.values()}) == len(set(names))
    assert stems == {name: file_stems(reversed(names))[name] for name in stems}
    assert file_stems(["ada", "ben"]) == {"ada": "ada", "ben": "ben"}


def test_a_hostile_name_stays_in_its_folder(tmp_path):
    folder = tmp_path / "in" / "here"
    path = write_report(hostile(), folder)
    assert path.parent == folder
    assert [entry.name for entry in tmp_path.iterdir()] == ["in"]


# -- a folder of them -------------------------------------------------------------------------------------------------


def test_each_report_has_a_page_beside_it(tmp_path):
    write_report(report("ben", normalize=BY_256), tmp_path)
    page = (tmp_path / "pages" / "ben.html").read_text("utf-8")
    assert "You divided by 256." in page and 'href="../report.html"' in page and page.count("<img") == 2


def test_the_json_comes_last(tmp_path, monkeypatch):
    """Where it stands, the figures and the page stand too: an interrupted run shows no half of a submission."""
    written = []
    monkeypatch.setattr(folder, "write_atomically", lambda path, _data, **_how: written.append(path.suffix))
    write_report(report("ada"), tmp_path)
    assert written[-2:] == [".html", ".json"] and set(written[:-2]) == {".png"}


def test_a_folder_of_reports_is_read_in_order(tmp_path):
    made = {one.submission: one for one in sample_class()[:3]}
    for stem in ("chloe", "ben", "ada"):
        write_report(made[stem], tmp_path, stem)
    told = []
    found = dict(read_reports(tmp_path, told.append))
    assert list(found) == ["ada", "ben", "chloe"] and not told
    assert all(without_figures(found[stem]) == without_figures(one) for stem, one in made.items())
    assert any(check.figure for check in found["ben"].checks)


def test_what_is_no_report_is_told_and_left_out(tmp_path):
    write_report(report("ada"), tmp_path)
    (tmp_path / "damaged.json").write_bytes(b'{"format": 1, ')
    (tmp_path / "foreign.json").write_bytes(b'{"name": "package"}')
    (tmp_path / "newer.json").write_bytes(b'{"format": 2}')
    (tmp_path / "twice.json").write_bytes((tmp_path / "ada.json").read_bytes())
    (tmp_path / ".hidden.json").write_bytes(b"{")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "ada.json.part").write_bytes(b"{")
    told = []
    assert [stem for stem, _report in read_reports(tmp_path, told.append)] == ["ada"]
    assert told == [
        "damaged.json is not JSON: line 1, Expecting property name enclosed in double quotes.",
        "folder.json cannot be opened: Is a directory.",
        "foreign.json is not a report: not a report of format 1.",
        "newer.json is not a report: not a report of format 1.",
        "twice.json is about the same submission as ada.json.",
    ]


def test_a_copy_does_not_stand_in_for_the_original(tmp_path):
    """An old one that somebody has kept: "ada (old).json" comes before "ada.json"."""
    write_report(report("ada", normalize=BY_256), tmp_path, "ada (old)")
    write_report(report("ada"), tmp_path)
    write_report(report("Ben"), tmp_path, file_stems(["ben", "Ben"])["Ben"])
    write_report(report("chloe"), tmp_path, "renamed")
    told = []
    found = dict(read_reports(tmp_path, told.append))
    assert {stem: one.score for stem, one in found.items() if stem in ("ada", "renamed")} == {
        "ada": 100,
        "renamed": 100,
    }
    assert len(found) == 3 and told == ["ada (old).json is about the same submission as ada.json."]


@pytest.mark.parametrize("stem", ["ada", "x-9cdf6a50100a", "a b", 'a"><script>', "con", "ナオミ", ".x", "a#b?c"])
def test_a_page_has_a_harmless_name_whatever_its_json_is_called(stem):
    name = page_name(stem)
    assert name.isascii() and not set(name) & set(' "<>#?%:/\\') and not name.startswith((".", "con."))
    assert (name == f"{stem}.html") is (stem in ("ada", "x-9cdf6a50100a"))
