"""A first draft of an assignment from its right answers: checks, mistakes and alternatives for the author to edit.

For each function with a docstring, the answer runs on the inputs of its examples and on variants of them. Inputs that
tell the answer from small changes of it become checks, the changes become mistakes, and other forms that give the same
results become alternatives. Each file bears a mark, and the audit passes only without them: a person has read each file.
"""

from __future__ import annotations

import ast
import itertools
from dataclasses import dataclass, field
from typing import Any

from autograder.authoring import draft_files, draft_inputs, draft_runs
from autograder.authoring.audit import false_names
from autograder.authoring.draft_inputs import Input
from autograder.authoring.draft_mutants import Change, mutants
from autograder.authoring.draft_page import DraftPage
from autograder.authoring.draft_rewrites import rewrites
from autograder.authoring.draft_typical import typical
from autograder.core.languages import joined, message
from autograder.core.records import Outcome
from autograder.judging.mistake_naming import CheckOutcome, Mistake, proven_mistakes

MOST_CHECKS, MOST_IN_A_CHECK, MOST_MISTAKES = 4, 3, 10
VAGUE = ("one_off", "always_the_same")  # another kind that does the same says more about it
ENOUGH = 6  # hidden inputs, where fewer would tell the changes apart
Results = list[str]


class NothingToDraft(ValueError):
    """No function of the page can be drafted. The text says why."""


@dataclass(frozen=True)
class DraftedCheck:
    """One check.

    Attributes:
        words: the sentence that students read.
        inputs: what the function is called with; results: what each call must give.
    """

    words: str
    inputs: list[Input]
    results: Results
    public: bool


@dataclass
class DraftedExercise:
    """What is proposed for one function.

    Attributes:
        name: of the function; source: of the answer.
        left_out: how many changes of the answer gave the same results on all inputs.
    """

    name: str
    checks: list[DraftedCheck]
    mistakes: list[Change]
    alternatives: dict[str, str]
    left_out: int = 0


@dataclass
class Draft:
    """A whole assignment, and what could not be drafted.

    Attributes:
        files: path in the assignment's folder -> text.
        exercises: in the page's order.
        remarks: one sentence for each function that has no draft.
    """

    files: dict[str, str] = field(default_factory=dict)
    exercises: list[DraftedExercise] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def draft(source: str, name: str) -> Draft:
    """Drafts an assignment. The page runs in this process: it is the author's own.

    Args:
        source: of a page, or of a module with functions.
        name: the assignment's.

    Raises:
        NothingToDraft: no function has a docstring and an example or types; or the page does not run.
        SyntaxError: the source is not Python.
    """
    page = DraftPage.read(source, name)
    try:
        names = draft_runs.page_names(page.code, name)
    except Exception as error:
        raise NothingToDraft(message("{file} does not run: {kind}: {error}.", file=f"{name}.py", kind=type(error).__name__, error=error)) from error
    found = Draft()
    for function in page.functions:
        one = _exercise(function, names)
        if isinstance(one, str):
            found.remarks.append(one)
        else:
            found.exercises.append(one)
    if not found.exercises:
        why = joined(found.remarks) or message("It has no function with a docstring.")
        raise NothingToDraft(message("There is nothing to draft in {file}. {why}", file=f"{name}.py", why=why))
    found.files = draft_files.written(page, found.exercises)
    return found


def _exercise(function: ast.FunctionDef, names: dict[str, Any]) -> DraftedExercise | str:
    """The draft for one function, or why there is none."""
    name = function.name
    if function.args.vararg or function.args.kwonlyargs or function.args.kwarg:
        call = f"{name}({ast.unparse(function.args)})"
        return message("{call} has parameters that a check cannot pass. Use plain ones, with or without a default.", call=call)
    given = draft_inputs.examples(function, names) or draft_inputs.by_annotations(function)
    if not given:
        return message(
            "{function} has no example with plain values in its docstring, and no types of plain values: add an example, say >>> {function}(2).",
            function=name,
        )
    answer = ast.unparse(function)
    inputs = [*given, *draft_inputs.variants(given, function, names)]
    right, again = (draft_runs.results(answer, name, names, inputs) for _ in range(2))
    if right != again:
        return message("{function} gives another result each time: write its checks by hand.", function=name)
    usable = [place for place, result in enumerate(right) if draft_runs.is_usable(result)]
    if not usable:
        what = draft_runs.in_words(right[0])
        return message("{function} gives nothing that a check could compare ({what}): write its checks by hand.", function=name, what=what)
    inputs, right = [inputs[place] for place in usable], [right[place] for place in usable]
    wrong = [*mutants(function), *typical(function, inputs[0].values, draft_runs.value_of(right[0]))]
    wrong.sort(key=lambda change: change.kind in VAGUE)
    changes, results, left_out = _distinct(wrong, name, names, inputs, right)
    checks = _checks(inputs, right, results)
    kept = _named(name, changes, results, checks, inputs, right)
    checks = [one for one in checks if any(_failure(results[place], one, inputs, right) for place in kept)]
    alternatives = {
        form: text
        for form, text in rewrites(function).items()
        if all(map(draft_runs.are_same, right, _tried(text, name, names, inputs)))
    }
    return DraftedExercise(name, checks, [changes[place] for place in kept], alternatives, left_out)


def _tried(source: str, name: str, names: dict[str, Any], inputs: list[Input]) -> Results:
    """Like ``draft_runs.results``; a form that cannot even be defined gives something else everywhere."""
    try:
        return draft_runs.results(source, name, names, inputs)
    except Exception as error:
        return [f"?{type(error).__name__}"] * len(inputs)


def _distinct(
    changes: list[Change], name: str, names: dict[str, Any], inputs: list[Input], right: Results
) -> tuple[list[Change], list[Results], int]:
    """The changes that give something else than the answer for some input, and no two of them the same everywhere."""
    kept: list[Change] = []
    results: list[Results] = []
    left_out = 0
    for change in changes:
        found = _tried(change.source, name, names, inputs)
        if all(map(draft_runs.are_same, right, found)):
            left_out += 1
        elif not any(all(map(draft_runs.are_same, one, found)) for one in results):  # to the last digit, numbers may differ
            kept.append(change)
            results.append(found)
    return kept, results, left_out


def _checks(inputs: list[Input], right: Results, results: list[Results]) -> list[DraftedCheck]:
    """Public checks from the examples; hidden ones from the inputs that tell the most changes apart, few for each."""
    examples = [place for place, one in enumerate(inputs) if one.is_example][:MOST_IN_A_CHECK]
    words = "the example of its description is right" if len(examples) == 1 else "the examples of its description are right"
    if not examples:
        examples, words = [0], f"the result is right with {inputs[0].words}"
    found = [_check(words, examples, inputs, right, public=True)]
    groups: list[list[int]] = []
    split = _groups([*zip(*(_at(place, right, results) for place in examples), strict=True)])
    left = [place for place in range(len(inputs)) if place not in examples]
    while left:
        given = {right[place] for group in groups for place in group}
        best = max(left, key=lambda place: (_parts(split, place, right, results), right[place] not in given, -place))
        if _parts(split, best, right, results) == len(set(split)) and sum(map(len, groups)) >= ENOUGH:
            break
        split = _groups([*zip(split, _at(best, right, results), strict=True)])
        left.remove(best)
        near = next((group for group in groups if inputs[group[0]].words == inputs[best].words and len(group) < MOST_IN_A_CHECK), None)
        if near is None and len(groups) == MOST_CHECKS:
            near = min(groups, key=len)
            if len(near) == MOST_IN_A_CHECK:
                break
        if near is None:
            groups.append([best])
        else:
            near.append(best)
    for group in groups:
        found.append(_check(_sentence([inputs[place].words for place in group]), group, inputs, right, public=False))
    return found


def _at(place: int, right: Results, results: list[Results]) -> Results:
    return [right[place], *(one[place] for one in results)]


def _groups(keys: list[tuple]) -> list[int]:
    """For each key the number of the first that is equal to it."""
    return [keys.index(key) for key in keys]


def _parts(split: list[int], place: int, right: Results, results: list[Results]) -> int:
    """Into how many parts the answer and its changes fall when this input is added."""
    return len(set(zip(split, _at(place, right, results), strict=True)))


def _check(words: str, places: list[int], inputs: list[Input], right: Results, public: bool) -> DraftedCheck:
    return DraftedCheck(words, [inputs[place] for place in places], [right[place] for place in places], public)


def _sentence(words: list[str]) -> str:
    """What a check is about: ``the result is right with an empty list for prices, and with zero for percent``."""
    return "the result is right with " + ", and with ".join(dict.fromkeys(words))


def _named(
    name: str, changes: list[Change], results: list[Results], checks: list[DraftedCheck], inputs: list[Input], right: Results
) -> list[int]:
    """Places of the changes that the checks fail, and that can be told from one another as the audit wants it.

    A mistake with one sign is hidden by one that leaves the same sign among others. So what fails few checks is taken first,
    or what fails many, whichever gives more; and one of each kind before a second one.
    """
    does = [{str(number): _row(found, one, inputs, right) for number, one in enumerate(checks)} for found in results]
    best: list[int] = []
    for turn in (1, -1):
        kinds: dict[str, list[int]] = {}
        for place in sorted(range(len(changes)), key=lambda place: turn * len(_failed(does[place]))):
            kinds.setdefault(changes[place].kind, []).append(place)
        order = [place for row in itertools.zip_longest(*kinds.values()) for place in row if place is not None]
        kept: dict[int, Mistake] = {}
        for place in order:
            tried = {**kept, place: Mistake(str(place), "", does[place])}
            if len(kept) < MOST_MISTAKES and _can_be_named(name, list(tried.values())):
                kept = tried
        best = max(best, sorted(kept), key=len)
    return best


def _failed(does: dict[str, CheckOutcome]) -> set[str]:
    return {check for check, (outcome, _evidence) in does.items() if outcome != Outcome.PASSED}


def _can_be_named(name: str, known: list[Mistake]) -> bool:
    """Whether each is proven by all the checks that it fails, and none is taken for another."""
    for one in known:
        failed = _failed(one.does)
        proven = proven_mistakes(one.does, known)
        if not failed or any(check not in proven or proven[check] is not one for check in failed):
            return False
    return not false_names(name, known)


def _row(found: Results, check: DraftedCheck, inputs: list[Input], right: Results) -> CheckOutcome:
    """What a change leaves in a check: its first wrong result."""
    wrong = _failure(found, check, inputs, right)
    if wrong.startswith("?raises "):
        return Outcome.ERROR, wrong
    return (Outcome.FAILED, ["holds", wrong]) if wrong else (Outcome.PASSED, None)


def _failure(found: Results, check: DraftedCheck, inputs: list[Input], right: Results) -> str:
    """The first wrong result in a check; empty if all are right."""
    places = [next(place for place, one in enumerate(inputs) if one is asked) for asked in check.inputs]
    return next((found[place] for place in places if not draft_runs.are_same(right[place], found[place])), "")
