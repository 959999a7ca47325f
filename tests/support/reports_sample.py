"""A made-up class for the tests of the reports: every outcome, long messages, hostile text, and figures.

``python tests/support/reports_sample.py FOLDER`` writes all reports of it, to look at.
"""

from __future__ import annotations

import io
import random
import struct
import sys
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

from autograder.core.figure_text import FigureRow, FigureText
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status

EVIL_SCRIPT = '<script>alert("1")</script><img src=x onerror=alert(1)>'
EVIL_TERMINAL = "\x1b[2J\x1b]0;owned\x07\x1b]8;;http://example.org\x1b\\click\x1b]8;;\x1b\\\x9b31m"
EVIL_BIDI = "user\u202etxt.exe\u2066\u200b\u2060"
EVIL_FORMULA = '=HYPERLINK("http://example.org","click")'
EVIL_MARKUP = "[red]not red[/red] [link=http://example.org]no link[/link]"

# exercise -> (title, line in the page, checks as (name, sentence, points, public))
PAGE = {
    "dataset_shapes": ("The shape of the data", 18, [
        ("test_the_four_shapes", "the four shapes have their names", 2, True),
        ("test_other_data", "other data of the same layout is read too", 2, False)]),
    "count_labels": ("Count the labels", 40, [
        ("test_a_case_by_hand", "five labels are counted right", 3, True),
        ("test_a_missing_class", "a class that does not occur is no trouble", 3, False),
        ("test_more_than_255", "more than 255 of one label are counted", 3, False)]),
    "plot_label_counts": ("Draw the label counts", 58, [
        ("test_train_bars", "a bar stands above each digit, as high as the training count", 5, True),
        ("test_test_bars", "the test counts are drawn as well", 4, False)]),
    "plot_images": ("Look at the images", 75, [
        ("test_25_tiles", "there are 25 tiles, five by five", 3, True),
        ("test_labels_below", "each tile has its own label under it", 4, False),
        ("test_no_ticks", "no tile has ticks", 2, False)]),
    "count_pixel_values": ("Count the pixel values", 92, [
        ("test_one_image", "every pixel of one image is counted", 5, True)]),
    "normalize": ("Scale the pixels", 112, [
        ("test_black_and_white", "black (0) becomes 0.0 and white (255) becomes 1.0", 2, True),
        ("test_alike", "every pixel is scaled alike, wherever it stands", 4, False),
        ("test_left_alone[uint8]", "the argument is left alone (uint8)", 2, True),
        ("test_left_alone[float32]", "the argument is left alone (float32)", 2, False)]),
    "plot_image": ("One image and its colour bar", 130, [
        ("test_colour_bar", "the colour bar belongs to the image", 6, True)]),
    "build_model": ("Build the network", 150, [
        ("test_shape", "five images give five rows of ten numbers", 6, True),
        ("test_probabilities", "each row of the output sums to 1", 5, False),
        ("test_accuracy", "trained for three epochs it recognises at least 93 of 100 test images", 5, False)]),
    "train": ("Train it", 178, [
        ("test_history", "the History of fit is returned", 5, True),
        ("test_learns", "the loss falls", 6, False)]),
    "evaluate": ("Evaluate it", 196, [
        ("test_order", "the loss comes first, then the accuracy", 4, True),
        ("test_known_accuracy", "a model that is right in 37 of 100 cases gets 0.37", 5, False)]),
    "predict_labels": ("Predict labels", 212, [
        ("test_one_label_each", "there is one label for each image", 5, True)]),
    "plot_predictions": ("Draw the predictions", 231, [
        ("test_both_numbers", "predicted / true is written under each tile", 7, True)]),
}  # fmt: skip

IN_WORDS = FigureText(
    "25 images in 5 rows of 5; at them, row by row: 5 / 5; 0 / 0; 4 / 4; 1 / 7; 9 / 9.",
    tuple(FigureRow(f"row {n // 5 + 1}, column {n % 5 + 1}", "image", f"{n % 10} / {n * 3 % 10}", "7 by 7, from 0 to 9") for n in range(25)),
)
BY_256 = {
    "test_black_and_white": dict(
        message="normalize([[[0, 255]]]) gave 0.99609375 at [0, 0, 1]; expected 1.0.",
        mistake="divides_by_256",
        feedback="You divided by 256. Pixel values run from 0 to 255, so the largest one must become exactly 1.0.",
    ),
    "test_alike": dict(
        message="normalize(images) gave other numbers than x / 255 at 47 of 140 places.", mistake="divides_by_256",
        feedback="You divided by 256. Pixel values run from 0 to 255, so the largest one must become exactly 1.0.",
    ),
}  # fmt: skip
SOFTMAX_TWICE = {
    "test_accuracy": dict(
        message="The largest probability in 200 rows is 0.23.", mistake="softmax_twice",
        feedback="The outputs go through softmax twice. The second one squeezes probabilities that already sum to 1.",
    )
}  # fmt: skip
ONE_LABEL = {
    "test_both_numbers": dict(
        message='Under the first tile stands "7 / 7"; the prediction is 3 and the label 7.',
        mistake="writes_label_twice",
        feedback="The same number stands on both sides, even where the network is wrong.",
    )
}  # fmt: skip
NAME_ERROR = """\
normalize(images) raised NameError: name 'train_images' is not defined
    mnist.py, line 118: train_images / 255
train_images is made by another cell of the page. A function may use only what it is handed: normalize(images)."""
STOPPED = "train(model, images, labels, 2) was stopped after 120 s. Is there a loop that never ends?"
TOO_LARGE = "build_model() ran out of memory. Look at the shapes: does one of them hold the whole data set?"
ENDED = "evaluate(model, images, labels) ended the whole Python process (exit 3)."
SLIP = """\
mnist.py is not Python: line 231
    def plot_predictions[images, labels, predictions):
                        ^
invalid syntax"""


def sample_class() -> list[Report]:
    """Thirteen reports; the names of the exercises are only examples."""
    perfect = report("ada")
    return [
        perfect,
        report("ben", normalize=BY_256),
        report("chloe", normalize=BY_256, plot_predictions=ONE_LABEL, build_model=SOFTMAX_TWICE),
        report(
            "dev",
            normalize={
                check: dict(outcome=Outcome.ERROR, message=NAME_ERROR, line=118)
                for check in (
                    "test_black_and_white",
                    "test_alike",
                    "test_left_alone[uint8]",
                    "test_left_alone[float32]",
                )
            },
        ),
        report(
            "emil",
            plot_predictions=ONE_LABEL,
            train={
                "test_history": dict(outcome=Outcome.TIMEOUT, message=STOPPED),
                "test_learns": dict(outcome=Outcome.SKIPPED, message="Waiting for: the History of fit is returned"),
            },
        ),
        report(
            "fatma",
            build_model={
                "test_shape": dict(outcome=Outcome.MEMORY, message=TOO_LARGE),
                "test_probabilities": dict(
                    outcome=Outcome.SKIPPED, message="five images give five rows of ten numbers"
                ),
                "test_accuracy": dict(
                    outcome=Outcome.SKIPPED, message="Waiting for: five images give five rows of ten numbers"
                ),
            },
            evaluate={
                "test_order": dict(outcome=Outcome.CRASHED, message=ENDED),
                "test_known_accuracy": dict(points=2.5, message="The accuracy is right, the loss is not."),
            },
        ),
        half_done("goro"),
        hostile(),
        report(
            "iris",
            notes=("cell 9: ignored, because it is not Python: %timeit normalize(train_images)",),
            build_model={
                "test_probabilities": dict(
                    outcome=Outcome.PASSED,
                    remark="softmax together with from_logits=True: Keras looks through it, other code may not.",
                )
            },
        ),
        our_bug("jonas"),
        untouched("kemi"),
        nothing("luis", Status.UNREADABLE, SLIP),
        nothing(
            "moritz_with_a_rather_long_hand_in_name_2024-11-24", Status.NOT_GRADED, "The grading process ended twice."
        ),
    ]


def large_class(count: int, seed: int = 7) -> list[Report]:
    """Students of all strengths, exercises of all difficulties; a few pages without a mark, and one with a note."""
    rng = random.Random(seed)
    made = [_student(f"student{place:03}", rng) for place in range(1, count + 1)]
    names = [one.submission for one in made]
    made[3 % count] = nothing(names[3 % count], Status.UNREADABLE, SLIP)
    made[8 % count] = our_bug(names[8 % count])
    made[12 % count] = untouched(names[12 % count])
    note = (
        "mnist.py, line 12: a text of 2,000 characters that looks like data. Does it contain weights or labels?"
    )
    made[5 % count] = replace(made[5 % count], suspicions=(note,))
    return made


def _student(name: str, rng: random.Random) -> Report:
    """Solves what is easier than the student is strong; the weak ones stop early."""
    strength, wrong = rng.gauss(0.8, 1), {}
    for place, exercise in enumerate(PAGE):
        if rng.gauss(strength, 0.8) < -1 + 0.15 * place:
            wrong[exercise] = rng.choice(SLIPS.get(exercise, [_all(exercise, message="gave something else.")]))
        if strength < -0.4 and place > 7:
            wrong[exercise] = _all(exercise, outcome=Outcome.NOT_STARTED)
    accuracy = min(0.979, max(0.1, rng.gauss(0.95 + 0.01 * strength, 0.012)))
    if "build_model" not in wrong:
        measured = {"accuracy": round(accuracy, 4), "accuracy_needed": 0.93, "loss": round(3.2 * (1 - accuracy), 3)}
        outcome = Outcome.PASSED if accuracy >= 0.93 else Outcome.FAILED
        wrong["build_model"] = {"test_accuracy": dict(outcome=outcome, message="read too few.", measurements=measured)}
    return replace(report(name, **wrong), seconds=round(2 + rng.lognormvariate(0.6, 0.6), 1))


def report(name: str, notes: tuple[str, ...] = (), **wrong: dict) -> Report:
    """A report in which everything passed but ``wrong``: exercise -> check -> what is different."""
    exercises = tuple(
        ExerciseResult(
            exercise, tuple(_check(exercise, about, wrong.get(exercise, {})) for about in checks), title, line
        )
        for exercise, (title, line, checks) in PAGE.items()
    )
    return Report(
        assignment="mnist",
        submission=name,
        source_sha256="0" * 64,
        status=Status.GRADED,
        exercises=exercises,
        isolation="full",
        dataset="mnist",
        seed=17,
        seconds=5.2,
        source="mnist.py",
        budget="quick",
        notes=notes,
    )


def half_done(name: str) -> Report:
    """The first six exercises written, the others still stubs."""
    later = list(PAGE)[6:]
    return report(name, **{exercise: _all(exercise, outcome=Outcome.NOT_STARTED) for exercise in later})


def untouched(name: str) -> Report:
    return report(name, **{exercise: _all(exercise, outcome=Outcome.NOT_STARTED) for exercise in PAGE})


def hostile(suspicions: tuple[str, ...] = (), measured: str = "accuracy") -> Report:
    """Everything that a student can word, worded with bad intent."""
    made = report(
        f"../../{EVIL_SCRIPT}",
        notes=(f"cell 1: {EVIL_TERMINAL} {EVIL_SCRIPT} {EVIL_MARKUP}",),
        dataset_shapes={
            "test_the_four_shapes": dict(
                message=f"gave {EVIL_SCRIPT}{EVIL_TERMINAL}", output=EVIL_SCRIPT + "\n" + EVIL_TERMINAL
            )
        },
        count_labels={
            "test_a_case_by_hand": dict(
                message=f"gave {EVIL_BIDI} and {EVIL_MARKUP}",
                feedback="</p><style>body{display:none}</style>",
                mistake="unhashable",
            )
        },
        normalize={
            "test_alike": dict(message="gave " + "x" * 20_000),
            "test_black_and_white": dict(message="Z" + "\u0301" * 500 + " \ud800 ok"),
        },
        plot_images={
            "test_25_tiles": dict(
                message="24 tiles.", measurements={measured: 0.5}, figure=picture(3) + b"<?php evil ?>",
                figure_text=FigureText(f"9 images; at them: {EVIL_SCRIPT} {EVIL_BIDI}.", (FigureRow("", "text", EVIL_SCRIPT, EVIL_TERMINAL),)),
            ),
            "test_no_ticks": dict(message="Two tiles.", figure=huge_png()),
            "test_labels_below": dict(message="No labels.", figure=b"<svg onload=alert(1)>"),
        },
    )
    return replace(made, source=EVIL_FORMULA, suspicions=suspicions)


def our_bug(name: str) -> Report:
    made = report(
        name,
        train={
            "test_learns": dict(outcome=Outcome.BROKEN, points=6, message="The check itself failed: KeyError: 'loss'")
        },
    )
    return replace(
        made,
        status=Status.NOT_GRADED,
        problem="Some checks are broken: this is our bug, and it costs no points.",
    )


def nothing(name: str, status: Status, problem: str) -> Report:
    return replace(report(name), exercises=(), status=status, problem=problem)


SLIPS = {"normalize": [BY_256, BY_256, {"test_left_alone[uint8]": dict(message="images was changed.")}],
         "build_model": [SOFTMAX_TWICE, {"test_shape": dict(outcome=Outcome.ERROR, message="ValueError: shape")}],
         "plot_predictions": [ONE_LABEL]}  # fmt: skip


@cache
def picture(tiles: int = 5, size: float = 4.0) -> bytes:
    """A small figure by Matplotlib, such as a worker draws."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(size, size), dpi=80)
    FigureCanvasAgg(figure)
    for place in range(tiles * tiles):
        axes = figure.add_subplot(tiles, tiles, place + 1)
        axes.imshow([[(place * 7 + row * column) % 10 for column in range(7)] for row in range(7)], cmap="gray_r")
        axes.set(xticks=[], yticks=[])
        axes.set_xlabel(f"{place % 10} / {place * 3 % 10}", fontsize=8)
    figure.tight_layout()
    data = io.BytesIO()
    figure.savefig(data, format="png")
    return data.getvalue()


def png(width: int, height: int, *extra: tuple[bytes, bytes], rows: bytes | None = None) -> bytes:
    """A grey PNG made by hand, with further chunks before the pixels."""
    rows = b"".join(b"\0" + bytes(width) for _ in range(height)) if rows is None else rows
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def huge_png() -> bytes:
    """A header that promises 100000 x 100000 pixels."""
    return png(100_000, 100_000, rows=b"\0")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _check(exercise: str, about: tuple, wrong: dict) -> CheckResult:
    name, title, points, public = about
    drawn = {"figure": picture(), "figure_text": IN_WORDS} if exercise in ("plot_images", "plot_predictions") else {}
    right = CheckResult(name, title, Outcome.PASSED, float(points), float(points), public=public, **drawn)
    if name not in wrong:
        return right
    changes = {"outcome": Outcome.FAILED, "points": 0.0} | wrong[name]
    if changes["outcome"] is Outcome.PASSED:
        changes["points"] = float(points)
    return replace(right, **changes)


def _all(exercise: str, **changes: object) -> dict:
    return {name: changes for name, *_rest in PAGE[exercise][2]}


def write_all(folder: Path) -> None:
    """Every kind of report of the sample class, and of a large one."""
    from rich.console import Console

    from autograder import reports

    for name, made in (("sample", sample_class()), ("large", large_class(60))):
        place = folder / name
        stems = reports.file_stems(one.submission for one in made)
        for one in made:
            reports.write_report(one, place, stems[one.submission])
        page = reports.class_page(made, when="24 November 2024, 10:15", pages=reports.page_addresses(stems))
        (place / "report.html").write_text(page, "utf-8")
        (place / "grades.csv").write_bytes(reports.class_csv(made))
        with open(place / "class.txt", "w", encoding="utf-8") as file:
            reports.print_class(made, Console(file=file, width=100))
    (folder / "student.html").write_text(reports.submission_page(sample_class()[2]), "utf-8")
    (folder / "student.txt").write_text(reports.as_text(sample_class()[2]), "utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
