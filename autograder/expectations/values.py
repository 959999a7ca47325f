"""Numbers, arrays and counts: what a check can say about a plain value.

Values are rebuilt as exact Python and NumPy values before anything is compared, and in this order: kind, shape,
finite, then the numbers. So no object of the student's ever takes part in a comparison.
"""

from __future__ import annotations

import math

import numpy as np

from autograder.expectations.answer import Answer, Failure, Words, fail_closed
from autograder.transport.wire import Described

CALLABLE = {"function", "method", "builtin_function_or_method", "method-wrapper"}
OBJECTS = {"model": "a model", "history": "a History", "figure": "a figure"}
SAME = 2e-5  # two means of float32 numbers; one image more or less of some thousand makes more
TOLERANCE = 1e-3  # lets float16 answers pass (2.4e-4 off), and nothing that a beginner would call wrong


def expect(answer: Answer) -> Expectation:
    """The beginning of every check's sentence.

    Args:
        answer: what a call of the student's function gave.

    Example:
        >>> expect(Answer("one()", 1)).equals(1)
    """
    if answer.error is not None:
        raise answer.error
    return Expectation(answer)


@fail_closed
class Expectation(Words):
    """Words about one answer. Each returns None, or raises ``Failure``."""

    # -- other kinds of answers ------------------------------------------------------------------------------------

    def is_a_figure(self):
        """The answer is a Matplotlib figure; gives the words about figures."""
        from autograder.expectations.figures import FigureExpectation

        return FigureExpectation(self.answer)

    def is_a_model(self):
        """The answer is a Keras model; gives the words about models."""
        from autograder.expectations.models import ModelExpectation

        return ModelExpectation(self.answer)

    def changed_the_model(self):
        """The function was handed a model and taught it; gives the words about what the model has learned."""
        from autograder.expectations.training import TrainingExpectation

        return TrainingExpectation(self.answer)

    # -- plain values ----------------------------------------------------------------------------------------------

    def equals(self, expected: object, hidden: bool = True, hint: str = "") -> None:
        """The answer is exactly this plain value (lists, tuples and NumPy scalars count as what they hold).

        Args:
            expected: the value; hidden: never shown in a message.
        """
        self._is_readable()
        given = flat(self.answer.value)
        if not _equal(given, expected):
            wanted = "" if hidden else f" Expected {expected!r}."
            self._fail(f"gave {_short(given)}.{wanted}", given, hint)

    def maps(self, expected: dict, what: str, hidden: bool = True, hint: str = "") -> None:
        """The answer is a mapping with these keys and, for each, this value.

        Args:
            expected: key to plain value; what: the keys' name in messages (``part``).
            hidden: the expected values are left out of the message.
        """
        self._is_something()
        given = flat(self.answer.value)
        if not isinstance(given, dict):
            self._fail(f"gave {self._kind_words()}. Expected a dict.", ("no dict", self.answer.kind), hint)
        missing = [key for key in expected if key not in given]
        if missing:
            self._fail(
                f"gave no {what} {missing[0]!r}; its keys are {_short(list(given))}.",
                ("missing", sorted(map(str, given))),
                hint,
            )
        for key, wanted in expected.items():
            if not _equal(given[key], wanted):
                right = ", which is not right" if hidden else f"; expected {wanted!r}"
                alone = type(given[key]) in (int, float) and isinstance(wanted, tuple) and len(wanted) == 1
                comma = (
                    f"Expected a tuple, and a tuple of one number needs a comma: ({given[key]},)." if alone else ""
                )
                self._fail(f"gave {_in_words(given[key])} for the {what} {key!r}{right}.", given, hint or comma)

    def counts(
        self, expected: dict[int, int], what: str, hidden: bool = True, hint: str = "", of: np.ndarray | None = None
    ) -> None:
        """The answer says how often each thing occurs, in any of the usual forms (see ``counts_in``).

        Args:
            expected: thing to number; zero entries may be there or not. what: the things' name (``label``).
            hidden: the expected number is left out of the message.
            of: what was handed over to be counted, in its order, to tell a function that stops early.
        """
        self._is_readable()
        given = counts_in(self.answer.value, what, self.answer.call)
        wanted = {key: number for key, number in expected.items() if number}
        if given == wanted:
            return
        if not given:
            zeros = flat(self.answer.value)
            some = "says 0 for everything" if isinstance(zeros, dict) and zeros else "counts nothing"
            self._fail(f"{some}; it was given {sum(wanted.values())} {what}s.", zeros, hint)
        some = sum(given.values())
        if of is not None and 1 < some < len(of) - 1 and some == int(some) and given == _counted(of[: int(some)]):
            self._fail(f"counts only the first {some:g} of {len(of)} {what}s.", ("first ones",), hint)
        left_out = set(wanted) - set(given)
        if given and left_out and all(number == wanted.get(key) for key, number in given.items()):
            some = f"{len(given)} {what}{'s' * (len(given) != 1)}"
            self._fail(f"counts {some}, each of them right, but leaves out others that occur.", given, hint)
        for key in sorted(set(given) | set(wanted)):
            if given.get(key, 0) != wanted.get(key, 0):
                extra = "" if key in wanted else f" There is no {what} {key}."
                right = ", which is not right" if hidden or extra else f"; expected {_times(wanted[key])}"
                handed = sum(wanted.values())
                self._fail(
                    f"says that {what} {key} occurs {_times(given.get(key, 0))}{right}.{extra} "
                    f"Its counts add up to {sum(given.values()):g}; it was given {handed} {what}{'s' * (handed != 1)}.",
                    given,
                    hint,
                )

    def can_be_asked(self, what: str, example: str, hint: str = "") -> None:
        """How often a thing occurs can be looked up in the answer with square brackets, as in a mapping.

        An array or a list whose places are the things can be asked, too, and gets a remark.

        Args:
            what: the things' name (``label``); example: how the description looks one up (``count_labels(labels)[5]``).
        """
        self._is_readable()
        given = flat(self.answer.value)
        form = _form(given)
        if form in ("places", "mapping"):
            if form == "places":
                self.answer.remarks.append(
                    f"A list or an array works here, because its places are the {what}s. The page asks for a mapping: "
                    f"a Counter or a dict contains only what occurs."
                )
            return
        self._fail(
            f"gave {form}. The numbers are right, but {example} does not find the number of a {what} in it. "
            "Expected a mapping, such as a Counter or a dict.",
            ("form", form),
            hint,
        )

    def is_an_array(self, hint: str = "") -> None:
        """The answer is an array of NumPy's, not something else that holds the same numbers."""
        given = self._array()
        name = self.answer.type_name
        if self.answer.kind != "ndarray" and name.rpartition(".")[2] not in ("ndarray", "MaskedArray"):
            self._fail(
                f"gave a {name}. The page continues with a NumPy array, which has methods such as min and max.",
                ("kind", name),
                hint,
            )
        if given.dtype.kind != "f":
            kind = "truth values" if given.dtype.kind == "b" else "whole numbers"
            self._fail(f"gave {kind} (of type {given.dtype}); expected floats.", ("dtype", kind), hint)

    def has_shape(self, shape: tuple[int, ...], axes: tuple[str, ...] = (), hint: str = "") -> None:
        """The answer is an array of numbers of this shape; ``axes`` names them, for messages."""
        given = self._array()
        if given.shape == (1, *shape) and _is_wrapped(self.answer.value):
            self._fail(
                "gave a tuple that contains the array; expected only the array.",
                ("tuple of", given),
                "Is there a comma after what you return? A comma makes a tuple.",
            )
        if given.shape != tuple(shape):
            names = f" ({', '.join(axes)})" if axes else ""
            what = f"shape {given.shape}" if given.shape else f"a single number, {_number(given.item())}"
            self._fail(f"gave {what}; expected shape {tuple(shape)}{names}.", given, hint)

    def is_close_to(
        self,
        expected: object,
        axes: tuple[str, ...] = (),
        within: float = TOLERANCE,
        hidden: bool = True,
        hint: str = "",
    ) -> None:
        """The answer is an array of numbers, each at most ``within`` away from the expected one.

        Args:
            expected: nested lists or an array.
            hidden: the expected number is left out of the message.
        """
        wanted = np.asarray(expected, dtype=np.float64)
        self.has_shape(wanted.shape, axes, hint)
        given = self._array().astype(np.float64)
        self._is_finite(given, hint, axes)
        wrong = np.argwhere(np.abs(given - wanted) > within)
        if len(wrong):
            place = tuple(int(index) for index in wrong[0])
            more = "" if hidden else f"; expected {_number(wanted[place])}"
            share = f" ({len(wrong)} of {given.size} numbers are off)" if given.size > 1 else ""
            what = _number(self._array()[place].item())
            for decimals in (1, 2):
                if np.allclose(given, np.round(wanted, decimals), rtol=0, atol=1e-6):
                    text = f"gave {what}{_at(place, axes)}{more}: all numbers are rounded, to {decimals} decimals."
                    self._fail(text, ("rounded",), hint)
            first = wanted.ndim == 1 and (given == wanted[0]).all()
            self._fail(f"gave {what}{_at(place, axes)}{more}{share}.", ("the first for all",) if first else given, hint)

    def lies_between(self, low: float, high: float, hint: str = "") -> None:
        """Every number of the answer is in [low, high]."""
        given = self._array().astype(np.float64)
        self._is_finite(given, hint)
        if given.size and (given.min() < low - TOLERANCE or given.max() > high + TOLERANCE):
            ends = f"from {_number(given.min())} to {_number(given.max())}"
            self._fail(f"gave numbers {ends}; expected {low:g} to {high:g}.", (given.min(), given.max()), hint)

    def has_dtype_kind(self, kinds: str, words: str, hint: str = "") -> None:
        """The answer's dtype is one of these NumPy kinds (``"iu"`` integers, ``"f"`` floats); ``words`` says so."""
        given = self._array()
        if given.dtype.kind not in kinds:
            self._fail(f"gave numbers of type {given.dtype}; expected {words}.", ("dtype", given), hint)

    def leaves_its_arguments_alone(self, hint: str = "") -> None:
        """No array that the function was handed is different afterwards."""
        if self.answer.changed:
            name = self.answer.changed[0]
            self._fail(
                f"changed its argument {name}.",
                ("changed", self.answer.changed),
                hint or "Let the result be a new array.",
            )

    def is_a_pair_of_numbers(self, names: tuple[str, str], hint: str = "") -> None:
        """Two numbers that can be unpacked, in the order of ``names``: not by name in a dict, which gives its keys then."""
        self._pair(names, hint)
        given = flat(self.answer.value)
        if isinstance(given, dict):
            self._fail(
                f"gave a {self.answer.type_name}. It contains the numbers; expected two numbers, ({', '.join(names)}): "
                f"{', '.join(names)} = … of a {self.answer.type_name} gives its keys, which are texts.",
                ("by name", sorted(map(str, given))),
                hint,
            )

    def is_a_score(
        self,
        names: tuple[str, str],
        loss: float | None = None,
        accuracy: float | None = None,
        hint: str = "",
        rows: tuple[np.ndarray, np.ndarray] | None = None,
    ) -> None:
        """Two numbers, as a pair or by name in a dict, of which those given here are right.

        Args:
            names: (loss, accuracy), in this order.
            loss, accuracy: what they have to be; None leaves one open. Never shown.
            rows: the loss of each image, and whether it is read right; they show where only a part was looked at.
        """
        found = self._pair(names, hint)
        for number, wanted, name, place in zip(found, (loss, accuracy), names, ("first", "second"), strict=True):
            if wanted is not None and abs(number - wanted) > TOLERANCE * max(1.0, abs(wanted)):
                swapped = name == names[1] and abs(found[0] - wanted) <= TOLERANCE
                part = _part_of(found, rows)
                self._fail(
                    f"gave {_number(found[0])} and {_number(found[1])}; the {place} one is not the {name} on these images.",
                    ("part", part) if part else ("score", found),
                    hint or (f"It fits {part} of them." if part else "Are the two swapped?" if swapped else ""),
                )

    def leaves_the_model_alone(self, network, hint: str = "") -> None:
        """The weights of the network that the function was handed are what they were.

        Args:
            network: the ``Network`` that was handed over.
        """
        models = [value for value in (self.answer.arguments or {}).values() if getattr(value, "kind", "") == "model"]
        before = [array for layer in network.layers for array in (layer.kernel, layer.bias)]
        for model in models:
            after = model.content["weights"]
            same = len(after) == len(before) and all(map(np.array_equal, after, before))
            if not same:
                self._fail("changed the weights of the given model.", ("model changed",), hint)

    def is_a_training_of(self, epochs: int, *others: tuple[Answer, int], hint: str = "") -> None:
        """The answer is a History with a loss for each of these epochs.

        Args:
            others: (answer, epochs) of further calls with other numbers of epochs, which show what is always the same.
        """
        calls = [(self.answer, epochs), *others]
        recorded = [len(Expectation(answer).is_a_history()["history"].get("loss", ())) for answer, _ in calls]
        for (_answer, asked), found in zip(calls, recorded, strict=True):
            if found != asked:
                entries = "entry" if found == 1 else "entries"
                always = "" if len(calls) == 1 or len(set(recorded)) > 1 else f", and {calls[-1][1]} in another call"
                self._fail(
                    f"gave a History with {found} {entries}; expected {asked} epochs{always}.",
                    ("epochs", *_epochs_evidence(calls, recorded)),
                    hint,
                )

    def is_a_history(self) -> dict:
        """The answer is the History that ``fit`` returns. Returns its numbers: ``{"history": …, "epochs": …}``."""
        if self.answer.kind != "history":
            self._is_something()
            inside = (
                sorted({_kind(item) for item in self.answer.plain}) if self.answer.kind in ("list", "tuple") else []
            )
            what = f"a {self.answer.kind} of Histories" if inside == ["history"] else self._kind_words()
            evidence = ("no history", self.answer.kind, inside, _of_the_record(self.answer))
            self._fail(f"gave {what}. Expected the History that fit returns.", evidence)
        return self.answer.plain

    # -- shared ----------------------------------------------------------------------------------------------------

    def _pair(self, names: tuple[str, str], hint: str) -> tuple[float, float]:
        """Two numbers as floats, in the order of ``names``: of a pair, or by name of a dict."""
        self._is_something()
        given = flat(self.answer.value)
        if isinstance(given, dict):
            found = [next((given[key] for key in given if _names(str(key).lower(), name)), None) for name in names]
            given = given if any(item is None for item in found) else tuple(found)
        if isinstance(given, np.ndarray):
            given = given.tolist()
        words = f"({', '.join(names)})"
        if not isinstance(given, (list, tuple)) or len(given) != 2:
            self._fail(
                f"gave {self._kind_words()}. Expected two numbers, {words}.",
                ("no pair", self.answer.type_name, given),
                hint,
            )
        numbers = [_as_float(item) for item in given]
        if None in numbers or not all(math.isfinite(number) for number in numbers):
            self._fail(f"gave {_short(given)}. Expected two numbers, {words}.", ("no numbers", given), hint)
        return numbers[0], numbers[1]

    def _array(self) -> np.ndarray:
        self._is_something()
        given = flat(self.answer.value)
        if isinstance(given, (list, tuple)):
            try:
                given = np.asarray(given)
            except ValueError:
                given = None
        if type(given) in (bool, int, float):
            given = np.asarray(given)
        if not isinstance(given, np.ndarray) or given.dtype.kind not in "biuf":
            self._fail(
                f"gave {self._kind_words()}. Expected an array of numbers.",
                ("no array", self.answer.type_name, _short(given)),
            )
        return given

    def _is_finite(self, given: np.ndarray, hint: str, axes: tuple[str, ...] = ()) -> None:
        if not np.isfinite(given).all():
            place = [int(index) for index in np.argwhere(~np.isfinite(given))[0]]
            what = f"gave {given[tuple(place)]}{_at(tuple(place), axes)}, which is not a finite number."
            self._fail(what, ("not finite", place), hint or "Is something divided by zero?")

    def _is_something(self) -> None:
        if self.answer.value is None:
            printed = (
                " It printed something, but print only shows a value; return gives it back."
                if self.answer.output.strip()
                else ""
            )
            self._fail("gave None." + printed, ("none", bool(printed)), "" if printed else "Is the return missing?")

    def _is_readable(self) -> None:
        self._is_something()
        if isinstance(self.answer.value, Described) and flat(self.answer.value) is None:
            self._fail(
                f"gave {self._kind_words()}, which cannot be checked here.", ("opaque", self.answer.type_name)
            )

    def _kind_words(self) -> str:
        value = flat(self.answer.value)
        if isinstance(value, np.ndarray):
            return f"an array of shape {value.shape}"
        name = self.answer.type_name
        if name.rpartition(".")[2] in CALLABLE:
            return "a function, not its result (are the parentheses missing?)"
        if self.answer.kind in OBJECTS:
            return OBJECTS[self.answer.kind]
        if isinstance(self.answer.value, Described) and self.answer.value.kind == "opaque":
            return name if name.startswith(("the ", "array")) else f"a {name}"
        return f"{_short(value)} ({name})"


def flat(value: object) -> object:
    """A plain value without its wrappings, all the way down."""
    if isinstance(value, Described):
        return None if value.kind in ("opaque", *OBJECTS) else flat(value.content)
    if isinstance(value, dict):
        return {key: flat(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(flat(item) for item in value)
    return value


def counts_in(value: object, what: str, call: str) -> dict[int, int]:
    """Reads counts from a mapping, a list of pairs, a pair of arrays or an array indexed by the thing counted.

    Returns:
        thing -> number, zeros dropped, both int where they are whole.

    Raises:
        Failure: in no way counts.

    Example:
        >>> counts_in((np.array([3, 5]), np.array([1, 2])), "label", "count(labels)")
        {3: 1, 5: 2}
    """
    plain = flat(value)
    pairs = None
    if isinstance(plain, dict):
        pairs = list(plain.items())
    elif isinstance(plain, np.ndarray) and plain.ndim == 1:
        pairs = list(enumerate(plain.tolist()))
    elif isinstance(plain, np.ndarray) and plain.ndim == 2 and 2 in plain.shape:
        pairs = [tuple(pair) for pair in (plain if plain.shape[1] == 2 else plain.T).tolist()]
    elif isinstance(plain, (list, tuple)):
        pairs = _pairs(plain)
    numbers = [(_as_float(key), _as_float(number)) for key, number in pairs] if pairs is not None else [(None, None)]
    if any(key is None or number is None or not math.isfinite(key + number) for key, number in numbers):
        raise Failure(
            f"{call} gave {_in_words(plain)}. Expected the number of times that each {what} occurs, as a dict for example.",
            ("no counts", type(plain).__name__, plain),
        )
    return {_whole(key): _whole(number) for key, number in numbers if number}


def _counted(things: np.ndarray) -> dict[int, int]:
    return dict(zip(*(numbers.tolist() for numbers in np.unique(things, return_counts=True)), strict=True))


def _form(plain: object) -> str:
    """How counts are written down, in words; ``mapping`` and ``places`` (of a list or an array) can be asked."""
    if isinstance(plain, dict):
        return f"a {type(plain).__name__} whose keys are texts" if any(type(key) is str for key in plain) else "mapping"
    if isinstance(plain, np.ndarray):
        return "places" if plain.ndim == 1 else "a table of two columns"
    if isinstance(plain, (list, tuple)) and all(type(item) in (int, float) for item in plain):
        return "places"
    two = isinstance(plain, (list, tuple)) and len(plain) == 2 and all(_is_row(item) for item in plain)
    if two and (isinstance(plain, tuple) or isinstance(plain[0], np.ndarray) or len(plain[0]) != 2):
        return "two sequences, one of what occurs and one of how often"
    return "a list of pairs"


def _pairs(items: list | tuple) -> list | None:
    if len(items) == 2 and all(_is_row(item) for item in items):
        keys, numbers = (item.tolist() if isinstance(item, np.ndarray) else list(item) for item in items)
        if len(keys) == len(numbers) and (isinstance(items, tuple) or len(keys) != 2):
            return list(zip(keys, numbers, strict=True))
    if all(isinstance(item, (list, tuple)) and len(item) == 2 for item in items):
        return [tuple(item) for item in items]
    if all(type(item) in (int, float) for item in items):
        return list(enumerate(items))
    return None


def _is_row(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return not any(isinstance(item, (np.ndarray, list, tuple)) for item in value)
    return isinstance(value, np.ndarray) and value.ndim == 1


def _equal(given: object, expected: object) -> bool:
    if isinstance(given, np.ndarray):
        given = given.tolist()
    if isinstance(expected, (list, tuple)):
        same_length = isinstance(given, (list, tuple)) and len(given) == len(expected)
        return same_length and all(_equal(a, b) for a, b in zip(given, expected, strict=True))
    if type(expected) in (int, float) and type(given) in (int, float):
        return given == expected
    return type(given) is type(expected) and given == expected


def _epochs_evidence(calls: list[tuple[Answer, int]], recorded: list[int]) -> tuple:
    """What the number of entries shows: none of it depends on which wrong number it is, if that is always the same."""
    from autograder.expectations.training import times_seen

    if len(set(recorded)) > 1 or len(calls) == 1:
        return ("differ by", [found - asked for found, (_answer, asked) in zip(recorded, calls, strict=True)])
    if recorded[0] != 1:
        return ("always the same",)
    (answer, asked), *_others = calls
    times = times_seen(answer)
    lengths = {len(value) for value in (answer.arguments or {}).values() if isinstance(value, np.ndarray)}
    few = times == 1 and answer.plain["steps"] in {-(-length // asked) for length in lengths}
    return ("one", times if times in (None, 1) else times - asked, few)


def _of_the_record(answer: Answer) -> str:
    """What a value that is no History has to do with what the model that was handed over keeps of its training."""
    models = [value for value in (answer.arguments or {}).values() if getattr(value, "kind", "") == "model"]
    state = models[0].content if models else {}
    record = state.get("record")
    if not (state.get("optimizer") or {}).get("iterations"):
        return "not trained"
    given = flat(answer.value)
    if isinstance(given, np.ndarray):
        given = given.tolist()
    if record is None or not isinstance(given, (dict, list, tuple)):
        return "none"
    if isinstance(given, dict):
        return "all of it" if given.keys() == record["history"].keys() else "none"
    return "one list" if any(_equal(given, numbers) for numbers in record["history"].values()) else "none"


def _part_of(found: tuple[float, float], rows: tuple[np.ndarray, np.ndarray] | None) -> str:
    """Which images a (loss, accuracy) is right for, if these are the first or the last so many; empty if it is not."""
    for words, step in (("the first", 1), ("the last", -1)) if rows is not None else ():
        counts = np.arange(1, len(rows[0]))
        losses, accuracies = (np.cumsum(row[::step].astype(np.float64))[:-1] / counts for row in rows)
        if (np.abs(losses - found[0]) + np.abs(accuracies - found[1]) < SAME).any():
            return words
    return ""


def _is_wrapped(value: object) -> bool:
    """Whether an array is the only thing in a tuple, as a comma behind it does."""
    plain = flat(value)
    return isinstance(plain, tuple) and len(plain) == 1 and isinstance(plain[0], np.ndarray)


def _kind(value: object) -> str:
    return value.kind if isinstance(value, Described) else type(value).__name__


def _names(key: str, name: str) -> bool:
    """Whether a key means this: ``val_accuracy`` and ``acc`` mean accuracy."""
    return name in key or (len(key) >= 3 and name.startswith(key))


def _as_float(value: object) -> float | None:
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.reshape(-1)[0].item()
    if type(value) is str and value.strip().removeprefix("-").isdecimal():
        value = float(value)
    return float(value) if type(value) in (int, float) else None


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _at(place: tuple[int, ...], axes: tuple[str, ...]) -> str:
    """`` at image 0, row 2, column 5``; the bare place where the axes have no names; nothing for a single number."""
    if place and len(axes) == len(place):
        return " at " + ", ".join(f"{axis.removesuffix('s')} {index}" for axis, index in zip(axes, place, strict=True))
    return f" at {list(place)}" if place else ""


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    whole = math.isfinite(value) and value == int(value)
    return f"{value:.1f}" if whole and abs(value) <= 1e15 else f"{value:.10g}"


def _times(number: float) -> str:
    return f"{number:g} times" if number != 1 else "once"


def _in_words(value: object) -> str:
    """A value for a message: arrays by their shape, texts as texts."""
    if isinstance(value, np.ndarray) and value.size > 20:
        return f"an array of shape {value.shape}"
    return f"{_short(value)} (a text)" if isinstance(value, str) else _short(value)


def _short(value: object, limit: int = 120) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= limit else f"{text[:limit]} … ({len(text)} characters in all)"
