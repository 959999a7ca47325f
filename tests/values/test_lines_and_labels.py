"""Lines, texts and legends of a figure as plain data: bounded, and read strictly."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.expectations.pixels import Pixels
from autograder.expectations.read_lines import read_lines
from autograder.transport.wire import Described, decode, encode
from autograder.values.mpl import figures, labels, legends, lines

pytestmark = pytest.mark.usefixtures("agg")


def described(draw):
    figure, ax = plt.subplots()
    draw(ax)
    return decode(b"".join(encode(Described("figure", "Figure", figures.describe_figure(figure))))).content


def test_each_text_has_its_role():
    figure, ax = plt.subplots()
    ax.plot([1, 2], label="line")
    ax.set(title="title", xlabel="across", ylabel="up", xticks=[0, 1], yticks=[])
    ax.set_xticklabels(["zero", "one"])
    ax.text(0.5, 1.5, "inside")
    ax.legend(title="kinds")
    figure.suptitle("whole")
    figure.supxlabel("all across")
    roles = {label["text"]: label["role"] for label in figures.describe_figure(figure)["labels"]}
    assert roles == {
        "title": "title", "across": "x name", "up": "y name", "zero": "x tick", "one": "x tick", "inside": "text",
        "line": "legend", "kinds": "legend", "whole": "figure title", "all across": "figure x name",
    }  # fmt: skip


def test_a_heading_of_a_subfigure_is_one():
    figure = plt.figure()
    for name, part in zip("ab", figure.subfigures(2, 1), strict=True):
        part.suptitle(name)
    found = figures.describe_figure(figure)["labels"]
    assert [(label["text"], label["role"]) for label in found] == [("a", "heading"), ("b", "heading")]


def test_lines_of_every_kind_are_lines():
    def draw(ax):
        ax.plot([1, 2, 3], [3, 1, 2], "o--", label="plotted")
        ax.scatter([1, 2], [1, 2], label="scattered")
        ax.vlines([1, 2], 0, 1)
        ax.axvline(2)
        ax.axhspan(1.4, 1.6)

    found = described(draw)["lines"]
    kinds = [(line["label"], len(line["points"]), bool(line["dashes"]), bool(line["marker"])) for line in found]
    assert kinds[0] == ("plotted", 3, True, True) and ("scattered", 2, False, True) in kinds
    assert sum(line["joined"] and len(line["points"]) == 2 for line in found) == 4


def test_numbers_of_lines_points_and_texts_are_bounded(monkeypatch):
    monkeypatch.setattr(lines, "MAX_LINES", 5)
    monkeypatch.setattr(lines, "MAX_POINTS", 7)
    monkeypatch.setattr(labels, "MAX_LABELS", 9)
    monkeypatch.setattr(labels, "MAX_LENGTH", 4)
    monkeypatch.setattr(legends, "MAX_ENTRIES", 3)

    def draw(ax):
        for number in range(8):
            ax.plot(np.arange(20), label=f"number {number}")
        ax.legend()

    found = described(draw)
    assert len(found["lines"]) == 5 and len(found["labels"]) == 9 and len(found["legends"]) == 3
    assert max(len(line["points"]) for line in found["lines"]) == 7
    assert max(len(label["text"]) for label in found["labels"]) == 4


def test_an_artist_that_raises_is_left_out():
    class Broken(plt.Line2D):
        def get_xydata(self):
            raise RuntimeError

    def draw(ax):
        ax.add_line(Broken([0, 1], [0, 1]))
        ax.plot([1, 2])

    assert len(described(draw)["lines"]) == 1


CHANGES = {
    "no lines": lambda content: content.pop("lines"),
    "labels are no list": lambda content: content.update(labels={}),
    "a line of other axes": lambda content: content["lines"][0].update(axes=7),
    "a line without points": lambda content: content["lines"][0].update(points=np.zeros((0, 2)), places=np.zeros((0, 2))),
    "points that do not fit": lambda content: content["lines"][0].update(points=np.zeros((9, 2))),
    "a colour of three parts": lambda content: content["lines"][0].update(inks=np.zeros((1, 3))),
    "a place that is not a number": lambda content: content["labels"][0].update(anchor=[float("nan"), 0.0]),
    "a text that is bytes": lambda content: content["labels"][0].update(text=b"x"),
    "a sample without sides": lambda content: content["legends"][0].update(sample=[1.0]),
    "an ink that is a text": lambda content: content["legends"][0].update(ink="red"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_not_a_description_is_refused(change):
    content = described(lambda ax: (ax.plot([1, 2], label="line"), ax.legend()))
    read_lines(content, Pixels(content["png"]))
    change(content)
    with pytest.raises(ValueError):
        read_lines(content, Pixels(content["png"]))


TEXTS = {
    "black": ({}, True), "grey": ({"color": "0.6"}, True), "white": ({"color": "white"}, False), "yellow": ({"color": "lightyellow"}, False),
    "on its own paper": ({"color": "white", "bbox": {"color": "navy"}}, True), "white on white paper": ({"color": "white", "bbox": {"color": "white"}}, False),
    "transparent": ({"alpha": 0.02}, False), "switched off": ({"visible": False}, False), "turned": ({"rotation": 45}, True),
}  # fmt: skip


@pytest.mark.parametrize(("how", "seen"), TEXTS.values(), ids=TEXTS)
def test_a_text_counts_if_it_can_be_read(how, seen):
    content = described(lambda ax: ax.text(0.5, 0.5, "readable", **how))
    scene = read_lines(content, Pixels(content["png"]))
    assert ("readable" in [label.text for label in scene.labels]) == seen
