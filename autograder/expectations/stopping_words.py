"""Words about a function that trains a model, validates it after each epoch, stops early, and keeps the best weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, NoReturn

import numpy as np

from autograder.core.languages import authored, joined, message, plural
from autograder.expectations.answer import fail_closed
from autograder.expectations.history_words import recorded_lists, recorded_numbers
from autograder.expectations.planned_training import PlannedTraining
from autograder.expectations.training import TrainingExpectation
from autograder.expectations.training_notes import how_it_trained

NEAR = 5e-3  # of a loss: parts of the validation rows have nearly the same as all
SHARE = 0.04  # of an accuracy, for the same reason


class _Trained(NamedTuple):
    """What can be seen of a training: its validation losses, steps in an epoch, and after how many steps its weights are those."""

    losses: list[float]
    steps: int
    place: int | None


@fail_closed
class EarlyStopping(TrainingExpectation):
    """Words about an answer to ``train(plan.network, …)`` with a ``PlannedTraining``.

    The weights that come back show how many steps the model took; the History is believed only where it agrees with them. Right
    are ``fit`` with a callback, a loop by hand, and weights that were kept in memory or in a file.

    Example:
        >>> plan = PlannedTraining((4, 3), classes=3)  # doctest: +SKIP
        >>> answer = train(plan.network, plan.training, plan.validation, 24, 3)  # doctest: +SKIP
        >>> expect(answer).is_a(EarlyStopping).stops_in_time(plan, epochs=24, patience=3)  # doctest: +SKIP
    """

    def records_the_validation_loss(self, plan: PlannedTraining, hint: str = "") -> None:
        """The History, or dict of lists, has ``val_loss``: for each epoch the loss on the validation rows."""
        self._trained(plan, hint)

    def records_the_other_lists(self, plan: PlannedTraining, hint: str = "") -> None:
        """Where it is recorded, ``val_accuracy`` is that on the validation rows; ``loss`` and ``accuracy`` are separate lists.

        What a loop by hand records of its training depends on when it measures, so their numbers are not compared.
        """
        losses, steps, _place = self._trained(plan, hint)
        lists = recorded_lists(self.answer)
        given = {name: recorded_numbers(self.answer, name) for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
        right = [plan.accuracy(steps * epoch) for epoch in range(1, len(losses) + 1)]
        measured = given["val_accuracy"]
        if "val_accuracy" in lists and not (len(measured) == len(right) and np.allclose(measured, right, rtol=0, atol=SHARE)):
            self.fail(
                message("{call} gave a val_accuracy that is not the accuracy of this model on the validation data."), ("list", "val_accuracy"), hint
            )
        for name in ("loss", "accuracy"):
            if name in lists and given[name] == given[f"val_{name}"] and len(set(given[name])) > 1:
                self.fail(
                    message("{call} gave one list for both {name} and val_{name}; the first is measured on the training data.", name=name), ("list", name), hint
                )

    def stops_in_time(self, plan: PlannedTraining, epochs: int, patience: int, hint: str = "") -> None:
        """It runs until the validation loss was not lower for ``patience`` epochs, or until ``epochs`` are over."""
        losses, steps, _place = self._trained(plan, hint)
        ran = len(losses)
        if ran > epochs:
            self.fail(message(
                "{call} ran {epochs}; at most {most} were asked for.",
                epochs=_epochs(ran), most=epochs,
            ), ("too many epochs", ran - epochs), self._with_callbacks(hint))
        whole = losses + plan.curve(steps, epochs)[ran:]
        right, best = plan.rule(whole, patience)
        if ran == right:
            return
        if right == epochs:
            self.fail(
                message(
                    "{call} stopped after epoch {ran}. The validation loss was lowest in epoch {best}; with a patience of {patience} "
                    "all {epochs} epochs are run.",
                    ran=ran, best=best, patience=patience, epochs=epochs,
                ),
                ("stops", "too early", ran - best if ran > best else "before the best"),
                self._with_callbacks(hint),
            )
        how = "all" if ran == epochs else ran - best if ran > best else "before the best"
        self.fail(
            message(
                "{call} ran {epochs}. The validation loss was lowest in epoch {best}; with a patience of {patience} epoch {right} is "
                "the last.",
                epochs=_epochs(ran), best=best, patience=patience, right=right,
            ),
            ("stops", how, patience),
            self._with_callbacks(hint),
        )

    def keeps_the_best(self, plan: PlannedTraining, hint: str = "") -> None:
        """The model has the weights of the epoch with the lowest validation loss."""
        losses, steps, place = self._trained(plan, hint)
        best = int(np.argmin(losses)) + 1
        if place == steps * best:
            return
        if place is None:
            self.fail(
                message("{call} left the model with weights that no number of steps with the training rows makes."), ("other weights",), self._with_callbacks(hint)
            )
        if place == 0:
            self.fail(
                message(
                    "{call} left the model with the weights that it had before the training; the validation loss was lowest in epoch "
                    "{best} of {number}.",
                    best=best, number=len(losses),
                ),
                ("weights", "of the beginning"),
                self._with_callbacks(hint),
            )
        of = message("of epoch {place}", place=place // steps) if place % steps == 0 else message("from the middle of an epoch")
        last = place == steps * len(losses)
        how = "the last" if last else "the first" if place == steps else place // steps - best if place % steps == 0 else "others"
        self.fail(
            message(
                "{call} left the model with the weights {of}{rest}; the validation loss was lowest in epoch {best} of {number}.",
                of=of, rest=message(", the last one") if last else "", best=best, number=len(losses),
            ),
            ("weights", how),
            self._with_callbacks(hint),
        )

    def _with_callbacks(self, hint: str) -> str:
        """What the function trained with, as its process says, and the hint."""
        return joined([how_it_trained(self.answer), authored(hint)])

    def _trained(self, plan: PlannedTraining, hint: str) -> _Trained:
        """What is seen, if the History has the validation losses of this model; else a ``Failure``."""
        taken = (self.state["optimizer"] or {}).get("iterations") or 0
        moved = not all(map(np.array_equal, self.weights, plan.network.weights()))
        losses = recorded_numbers(self.answer, "val_loss")
        known = [steps for steps in range(1, plan.rows + 1) if losses and _follows(losses, steps, plan.loss)]
        if not moved and not (taken and known):
            self.fail(message("{call} did not change the given model. Did it train another one?"), ("moved", 0), hint)
        if not losses:
            self._no_losses(hint)
        self._tells_all(losses, taken, hint)
        if known:
            fitting = [steps for steps in known if taken and taken % steps == 0] or known
            steps = min(fitting, key=lambda one: abs(one * len(losses) - taken))
            return self._counted(plan, losses, steps, taken, hint)
        self._wrong_losses(plan, losses, hint)

    def _tells_all(self, losses: list[float], taken: int, hint: str) -> None:
        """Where ``fit`` has said how many steps an epoch had, the epochs that are recorded are all that were run."""
        record = self.answer.plain if self.answer.kind == "history" else {}
        covered = (record.get("steps") or taken) * len(losses)
        if taken > covered:
            self._took_more(taken, covered, len(losses), hint)

    def _took_more(self, taken: int, covered: int, epochs: int, hint: str) -> NoReturn:
        self.fail(
            plural(
                "{call} took {count} step with the model, but its record of {epochs} covers {covered}.",
                "{call} took {count} steps with the model, but its record of {epochs} covers {covered}.",
                taken, epochs=_epochs(epochs), covered=covered,
            ),
            ("steps", "not recorded"),
            hint,
        )

    def _no_losses(self, hint: str) -> NoReturn:
        found = sorted(recorded_lists(self.answer))
        if not found:
            self.fail(
                message("{call} gave {what}, so it cannot be seen when the training stopped. Expected its History.", what=self._what()),
                ("no record", self.answer.kind),
                hint,
            )
        self.fail(
            message(
                "{call} gave no val_loss; its record has {found}. The model is judged on the validation data after each epoch, and "
                "that loss is recorded.",
                found=", ".join(found),
            ),
            ("no val_loss", found),
            hint,
        )

    def _what(self) -> str:
        if self.answer.kind == "history":
            return message("a History without any numbers")
        return "None" if self.answer.value is None else message("an answer of type {type_name}", type_name=self.answer.type_name)

    def _counted(self, plan: PlannedTraining, losses: list[float], steps: int, taken: int, hint: str) -> _Trained:
        """Steps that the History does not speak of are seen in what the optimizer has counted."""
        ran = steps * len(losses)
        if taken > ran:
            self._took_more(taken, ran, len(losses), hint)
        return _Trained(losses, steps, plan.place(self.weights, max(ran, taken)))

    def _wrong_losses(self, plan: PlannedTraining, losses: list[float], hint: str) -> NoReturn:
        for steps in range(1, plan.rows + 1):
            if _follows(losses, steps, plan.training_loss):
                self.fail(
                    message("{call} gave a val_loss that is the loss on the training data, not on the validation data."),
                    ("val_loss", "of the training"),
                    hint,
                )
        self.fail(
            message(
                "{call} gave a val_loss that is not the loss of this model on the validation data, if it learns from the training data "
                "alone and with its own optimizer."
            ),
            ("val_loss", "another"),
            hint,
        )


def _follows(given: list[float], steps: int, loss: Callable[[int], float]) -> bool:
    """Whether these are the losses after each epoch of so many steps."""
    return all(bool(np.isclose(one, loss(steps * epoch), rtol=NEAR, atol=0)) for epoch, one in enumerate(given, 1))


def _epochs(number: int) -> str:
    return plural("{count} epoch", "{count} epochs", number)
