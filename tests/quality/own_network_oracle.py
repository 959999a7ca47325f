"""Answers questions about a network in another way than the kit: as a student would, who reads ``model.summary()`` and trains it.

    python tests/quality/own_network_oracle.py < REQUEST        a request and its answers are JSON

Runs in a process of its own, with other random numbers. The numbers of weights and the shapes are read from the text of the summary;
a network that is asked about after a training is trained once more, with plain Keras.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
import types
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
WIDTH = 240  # of a summary, so that no line of it is cut
ROW = re.compile(r"│\s*(?P<name>.+?)\s*\((?P<kind>\w+)\)\s*│\s*(?P<shape>.+?)\s*│\s*(?P<weights>[\d,]+)")
TOTAL = re.compile(r"Total params: ([\d,]+)")
SEED = 555


def network(source: str, call: str):  # noqa: ANN201 - a keras.Model
    """What a call gives, typed below the program."""
    page = sys.modules["__page__"] = types.ModuleType("__page__")
    exec(compile(source, "page.py", "exec"), page.__dict__)
    return eval(call, page.__dict__)


def summary(model) -> str:  # noqa: ANN001
    """The summary of a network, with the layers of networks in it."""
    lines: list[str] = []
    model.summary(line_length=WIDTH, expand_nested=True, print_fn=lambda text, **_more: lines.append(text))
    return "\n".join(lines)


def rows(text: str) -> list[tuple[str, str, str]]:
    """The layers in a summary: class, shape of the output without the axis of the batch, number of weights; without networks in it."""
    found = []
    for one in ROW.finditer(text):
        if one["kind"] not in ("Sequential", "Functional"):
            found.append((one["kind"], re.sub(r"^\(None,? ?", "(", one["shape"]), one["weights"].replace(",", "")))
    return found


def answer(text: str, asked: dict) -> str | None:
    """The answer to a question about a layer, or about the whole network; None where the summary does not say it.

    Args:
        text: of the summary. asked: ``kind``, and of a layer its class ``layer`` and its ``number`` among those of this class, from 1.
    """
    if not asked["layer"]:
        found = TOTAL.search(text)
        return found[1].replace(",", "") if found else None
    of_class = [one for one in rows(text) if one[0] == asked["layer"]]
    if len(of_class) < asked["number"]:
        return None
    _kind, shape, weights = of_class[asked["number"] - 1]
    if asked["kind"] == "weights":
        return weights
    return ", ".join(re.findall(r"\d+", shape)) if shape.startswith("(") else None


def mistakes(model, asked: dict) -> list[int]:  # noqa: ANN001
    """How many test images of each label a network gets wrong, after the training that the question describes."""
    import keras
    import numpy as np

    from autograder import datasets

    keras.utils.set_random_seed(SEED)
    (images, labels), (test_images, test_labels) = datasets.load(asked["dataset"])
    model.fit(images[: asked["trained"]] / 255, labels[: asked["trained"]], epochs=asked["epochs"], batch_size=asked["batch"], verbose=0)
    truth = test_labels[: asked["tested"]].astype(int)
    said = model.predict(test_images[: asked["tested"]] / 255, verbose=0).argmax(axis=1)
    return np.bincount(truth[said != truth], minlength=truth.max() + 1).tolist()


def label(counts: list[int], asked: dict) -> str:
    """The label with the most mistakes, of two or of all; empty if it is not only one."""
    labels = [asked["one"], asked["other"]] if "one" in asked else range(len(counts))
    most = max(counts[one] for one in labels)
    found = [one for one in labels if counts[one] == most]
    return str(found[0]) if len(found) == 1 else ""


def answers(one: dict) -> list[str | None]:
    """Of one program: its ``source``, and what is ``asked``, each with the ``call`` that makes the network."""
    import keras

    networks: dict[str, tuple] = {}
    found = []
    for asked in one["asked"]:
        if asked["call"] not in networks:
            keras.utils.set_random_seed(SEED)
            model = network(one["source"], asked["call"])
            networks[asked["call"]] = model, summary(model), []
        model, text, counts = networks[asked["call"]]
        if asked["kind"] == "mistaken":
            counts[:] = counts or mistakes(model, asked)
            found.append(label(counts, asked))
        else:
            found.append(answer(text, asked))
    return found


def main() -> None:
    warnings.simplefilter("ignore")
    request = json.load(sys.stdin)
    found = []
    with contextlib.redirect_stdout(io.StringIO()):
        for one in request:
            try:
                found.append(answers(one))
            except Exception as error:
                found.append([f"{type(error).__name__}: {error}"] * len(one["asked"]))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
