"""Words about a function that trains a model, validates it after each epoch, stops early, and keeps the best weights."""

from __future__ import annotations

from typing import NamedTuple, NoReturn

import numpy as np

from autograder.expectations.answer import fail_closed
from autograder.expectations.history_words import recorded_lists, recorded_numbers
from autograder.expectations.planned_training import PlannedTraining
from autograder.expectations.training import TrainingExpectation

NEAR = 5e-3  # of a loss: parts of the validation rows have nearly the same as all


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

    def stops_in_time(self, plan: PlannedTraining, epochs: int, patience: int, hint: str = "") -> None:
        """It runs until the validation loss was not lower for ``patience`` epochs, or until ``epochs`` are over."""
        losses, steps, _place = self._trained(plan, hint)
        ran = len(losses)
        if ran > epochs:
            self.fail(f"ran {ran} epochs; at most {epochs} were asked for.", ("too many epochs", ran - epochs), hint)
        whole = losses + plan.curve(steps, epochs)[ran:]
        right, best = plan.rule(whole, patience)
        if ran == right:
            return
        if right == epochs:
            self.fail(
                f"stopped after epoch {ran}. The validation loss was lowest in epoch {best}; with a patience of {patience} all "
                f"{epochs} epochs are run.",
                ("stops", "too early"),
                hint,
            )
        how = "all" if ran == epochs else ran - best if ran > best else "before the best"
        self.fail(
            f"ran {ran} epochs. The validation loss was lowest in epoch {best}; with a patience of {patience} epoch {right} is "
            "the last.",
            ("stops", how),
            hint,
        )

    def keeps_the_best(self, plan: PlannedTraining, hint: str = "") -> None:
        """The model has the weights of the epoch with the lowest validation loss."""
        losses, steps, place = self._trained(plan, hint)
        best = int(np.argmin(losses)) + 1
        if place == steps * best:
            return
        if place is None:
            self.fail(
                "left the model with weights that no number of steps with the training rows makes.", ("other weights",), hint
            )
        of = f"of epoch {place // steps}" if place % steps == 0 else "from the middle of an epoch"
        last = place == steps * len(losses)
        self.fail(
            f"left the model with the weights {of}{', the last one' if last else ''}; the validation loss was lowest in epoch "
            f"{best} of {len(losses)}.",
            ("weights", "the last" if last else "others"),
            hint,
        )

    def _trained(self, plan: PlannedTraining, hint: str) -> _Trained:
        """What is seen, if the History has the validation losses of this model; else a ``Failure``."""
        kernel, bias = self.weights
        if not kernel.any() and not bias.any():
            self.fail("did not change the given model. Did it train another one?", ("moved", 0), hint)
        losses = recorded_numbers(self.answer, "val_loss")
        if not losses:
            found = sorted(recorded_lists(self.answer))
            self.fail(
                f"gave no val_loss; its record has {', '.join(found) if found else 'nothing'}. The model is judged on the "
                "validation data after each epoch, and that loss is recorded.",
                ("no val_loss", found),
                hint,
            )
        known = [steps for steps in range(1, plan.rows + 1) if _near(losses, plan.curve(steps, len(losses)))]
        taken = (self.state["optimizer"] or {}).get("iterations") or 0
        if known:
            fitting = [steps for steps in known if taken and taken % steps == 0] or known
            steps = min(fitting, key=lambda one: abs(one * len(losses) - taken))
            return self._counted(plan, losses, steps, taken, hint)
        self._wrong_losses(plan, losses, hint)

    def _counted(self, plan: PlannedTraining, losses: list[float], steps: int, taken: int, hint: str) -> _Trained:
        """Steps that the History does not speak of are seen in what the optimizer has counted."""
        ran = steps * len(losses)
        if taken > ran:
            self.fail(
                f"took {taken} steps with the model, but its record of {len(losses)} epochs covers {ran}.",
                ("steps", "not recorded"),
                hint,
            )
        kernel, bias = self.weights
        return _Trained(losses, steps, plan.place(kernel, bias, max(ran, taken)))

    def _wrong_losses(self, plan: PlannedTraining, losses: list[float], hint: str) -> NoReturn:
        labels = plan.training[1]
        for steps in range(1, plan.rows + 1):
            if _near(losses, [plan.loss(steps * epoch, labels) for epoch in range(1, len(losses) + 1)]):
                self.fail(
                    "gave a val_loss that is the loss on the training data, not on the validation data.",
                    ("val_loss", "of the training"),
                    hint,
                )
        self.fail(
            "gave a val_loss that is not the loss of this model on the validation data, if it learns from the training data "
            "alone and with its own optimizer.",
            ("val_loss", "another"),
            hint,
        )


def _near(given: list[float], right: list[float]) -> bool:
    return len(given) == len(right) and bool(np.allclose(given, right, rtol=NEAR, atol=0))
