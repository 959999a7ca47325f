"""Changes of what goes into a right answer and of what comes out: reversed, shifted, one too few, another type, …

What a parameter is, its description on the page says: ``images: array of numbers``. What is returned, too.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator

from autograder.authoring import draft_mutants

FORMS = (
    ("model", r"keras Model"),
    ("pairs", r"pair of pairs"),
    ("pair", r"pair \("),
    ("history", r"dict of lists"),
    ("table", r"DataFrame"),
    ("names", r"list of str"),
    ("array", r"array"),
    ("share", r"a float|share"),
    ("number", r"whole number|how many|number of epochs|int\b"),
)
ARRAY = {
    "order of data": ["{p}[::-1]", "np.roll({p}, 1, axis=0)", "np.sort({p}, axis=0)", "np.random.default_rng(0).permutation({p})"],
    "too few": ["{p}[:-1]", "{p}[1:]", "{p}[:len({p}) // 2]", "{p}[::2]", "{p}[:100]", "np.unique({p})"],
    "too many": ["np.concatenate([{p}, {p}[:1]])", "np.concatenate([{p}, {p}])"],
    "class missing": ["{p}[{p} != np.max({p})]", "{p}[{p} != 0]"],
    "label shifted": ["{p} + 1", "({p} + 1) % (np.max({p}) + 1)", "{p} - 1", "np.max({p}) - {p}", "np.minimum({p}, 8)"],
    "scaling": ["{p} / 255", "{p} * 255", "{p} / 256 * 255", "{p} - np.mean({p})"],
    "dtype": ["{p}.astype('uint8')", "{p}.astype('float16')", "{p}.astype(int)", "{p}.astype('int8')", "{p}.astype(bool)"],
    "axis": ["np.swapaxes({p}, -1, -2)", "{p}[..., ::-1]", "{p}[:, ::-1]", "{p}.T"],
}
ARGUMENTS = {
    "array": ARRAY,
    "table": {
        "order of data": ["{p}[::-1]", "{p}.sort_values(list({p})[0])", "{p}[{p}.columns[::-1]]", "{p}.sample(frac=1, random_state=0)", "{p}.reset_index(drop=True)"],
        "too few": ["{p}.iloc[:-1]", "{p}.iloc[1:]", "{p}.drop_duplicates()", "{p}.head(50)", "{p}.iloc[:, 1:]", "{p}.iloc[:, :-1]", "{p}.select_dtypes('number')"],
        "dtype": ["{p}.astype(str)", "{p}.convert_dtypes()"],
        "class missing": ["{p}[({p} != 'unknown').all(axis=1)]", "{p}.replace('unknown', None).dropna()"],
    },
    "history": {
        "order of data": ["{{one: of[::-1] for one, of in {p}.items()}}", "{{one: sorted(of) for one, of in {p}.items()}}"],
        "too few": ["{{one: of[1:] for one, of in {p}.items()}}", "{{one: of[:-1] for one, of in {p}.items()}}"],
        "rounded": ["{{one: [round(number, 1) for number in of] for one, of in {p}.items()}}", "{{one: [round(number, 2) for number in of] for one, of in {p}.items()}}"],
        "dtype": ["{{one: np.array(of, 'float16') for one, of in {p}.items()}}", "{{one: np.nan_to_num(of) for one, of in {p}.items()}}"],
    },
    "names": {
        "order of data": ["{p}[::-1]", "sorted({p})", "{p}[1:] + {p}[:1]"],
        "shortened": ["[one.lower() for one in {p}]", "[one[:5] for one in {p}]", "[one.strip('x') + ' ' for one in {p}]"],
    },
    "pair": {
        "order of data": ["({p}[0][::-1], {p}[1])", "({p}[0], np.roll({p}[1], 1))", "({p}[0][::-1], {p}[1][::-1])"],
        "too few": ["({p}[0][:-1], {p}[1][:-1])", "({p}[0][::2], {p}[1][::2])"],
        "class missing": ["({p}[0][{p}[1] != 0], {p}[1][{p}[1] != 0])", "({p}[0][{p}[1] != np.max({p}[1])], {p}[1][{p}[1] != np.max({p}[1])])"],
        "scaling": ["({p}[0] / 255, {p}[1])", "({p}[0] * 255, {p}[1])"],
        "label shifted": ["({p}[0], ({p}[1] + 1) % (np.max({p}[1]) + 1))"],
        "too many": ["(np.concatenate([{p}[0], {p}[0]]), np.concatenate([{p}[1], {p}[1]]))"],
    },
    "pairs": {"order of data": ["{p}[::-1]", "({p}[0], {p}[0])", "(({p}[0][1], {p}[0][0]), {p}[1])"]},
    "number": {"off by one": ["{p} + 1", "{p} - 1"], "another number": ["1", "10", "{p} * 2"]},
    "share": {"another number": ["1 - {p}", "{p} / 2", "0.5", "round({p}, 1)", "{p} + 0.01"]},
}
RESULTS = {
    "array": {
        "order of data": ["{r}[::-1]", "np.sort({r})"],
        "too few": ["{r}[:-1]"],
        "off by one": ["{r} + 1"],
        "scaling": ["{r} * 100", "{r} / 255", "{r} * 255 / 256"],
        "dtype": ["{r}.astype('uint8')", "{r}.astype(int)", "{r}.astype('float16')", "{r}.tolist()", "{r}.astype(str)"],
        "rounded": ["np.round({r}, 1)", "np.round({r}, 2)"],
        "axis": ["{r}.T", "np.ravel({r})", "{r}[None]"],
    },
    "numbers": {"scaling": ["{r} * 100", "1 - {r}"], "rounded": ["round({r}, 1)", "round({r}, 2)"], "dtype": ["str({r})", "[{r}]"], "off by one": ["{r} + 1", "{r} - 1"]},
    "mapping": {
        "dtype": ["{{str(key): value for key, value in {r}.items()}}", "list({r}.items())", "sorted({r})", "{{key: str(value) for key, value in {r}.items()}}"],
        "too few": ["{{key: value for key, value in {r}.items() if key}}", "dict(list({r}.items())[:-1])", "{{key: value for key, value in {r}.items() if value > 1}}"],
        "off by one": ["{{key: value + 1 for key, value in {r}.items()}}"],
        "scaling": ["{{key: value * 100 for key, value in {r}.items()}}", "{{key: round(value, 2) for key, value in {r}.items()}}"],
        "label shifted": ["{{value: key for key, value in {r}.items()}}"],
    },
    "tuple": {"the other order": ["{r}[::-1]"], "too few": ["{r}[0]", "{r}[:1]"], "dtype": ["list({r})", "str({r})"]},
    "figure": {"another result": ["{r}.axes", "plt.show()"]},
    "history": {"another result": ["{r}.history", "{r}.model", "{r}.epoch"]},
    "model": {"another result": ["({r}, None)", "keras.models.clone_model({r})", "{r}.summary()"]},
}
RESULT_FORMS = (
    ("figure", r"Figure"),
    ("history", r"History"),
    ("model", r"[Cc]ompiled keras Model"),
    ("mapping", r"Mapping|Dict"),
    ("tuple", r"^\("),
    ("array", r"[Aa]rray"),
    ("numbers", r""),
)
IN_PLACE = {
    "array": "{p}[...] = {p}[::-1].copy()",
    "table": "{p}.insert(0, 'new', 0)",
    "history": "{p}['new'] = [1.0]",
    "names": "{p}.reverse()",
    "pair": "{p}[1][...] = {p}[1][::-1].copy()",
}  # what a function does to its argument when it has its result
MODEL = ["model.set_weights([0 * one for one in model.get_weights()])", "model.optimizer.learning_rate.assign(1e-9)", "model.trainable = False"]
TOGETHER = {
    "too few": ["{a}[:-1], {b}[:-1]", "{a}[::2], {b}[::2]"],
    "class missing": ["{a}[{b} != np.max({b})], {b}[{b} != np.max({b})]"],
    "order of data": ["{a}[np.argsort({b})], {b}[np.argsort({b})]", "{a}[::-1], {b}[::-1]"],
    "the other order": ["{b}, {a}"],
}  # what becomes of two arguments


def changed(function: ast.FunctionDef) -> Iterator[tuple[str, tuple[str, str]]]:
    """(source, (kind, what was changed)) for each change of the arguments and of the result."""
    bare = draft_mutants.without_docstring(function)
    description = ast.get_docstring(function) or ""
    forms = parameters(function, description)
    for name, form in forms.items():
        for kind, text in _each(ARGUMENTS.get(form, {}), p=name):
            yield _before(bare, f"{name} = {text}", kind)
        if form in IN_PLACE:
            yield _after(bare, IN_PLACE[form].format(p=name), "changes its argument")
        if form == "model":
            for text in MODEL:
                yield _before(bare, text.replace("model", name), "changes the model")
                yield _after(bare, text.replace("model", name), "changes the model")
    alike = [name for name, form in forms.items() if form in ("array", "pair")]
    for one, other in zip(alike, alike[1:], strict=False):
        for kind, text in _each(TOGETHER, a=one, b=other):
            yield _before(bare, f"{one}, {other} = {text}", kind)
    returned = re.search(r"Returns:\s*(.+)", description)
    form = next(form for form, pattern in RESULT_FORMS if re.search(pattern, returned[1] if returned else ""))
    for kind, text in _each(RESULTS[form], r="result"):
        yield _returned(bare, text, kind)


def parameters(function: ast.FunctionDef, description: str) -> dict[str, str]:
    """What each parameter is, by its description; one that cannot be told is left out.

    Example:
        >>> one = ast.parse("def scale(images): pass").body[0]
        >>> parameters(one, "Args:\\n    images: array of any shape.")
        {'images': 'array'}
    """
    found = {}
    for name in (one.arg for one in function.args.args):
        said = re.search(rf"^\s*{name}: (.+)$", description, re.MULTILINE)
        form = next((form for form, pattern in FORMS if said and re.search(pattern, said[1])), "")
        if form:
            found[name] = form
    return found


def _each(changes: dict[str, list[str]], **names: str) -> Iterator[tuple[str, str]]:
    for kind, texts in changes.items():
        for text in texts:
            yield kind, text.format(**names)


def _before(bare: ast.FunctionDef, text: str, kind: str) -> tuple[str, tuple[str, str]]:
    changed = copy.deepcopy(bare)
    changed.body[:0] = ast.parse(text).body
    return ast.unparse(changed), (kind, f"first {text}")


def _after(bare: ast.FunctionDef, text: str, kind: str) -> tuple[str, tuple[str, str]]:
    return _ended(bare, f"{text}\nreturn result"), (kind, f"at the end {text}")


def _returned(bare: ast.FunctionDef, text: str, kind: str) -> tuple[str, tuple[str, str]]:
    return _ended(bare, f"return {text}"), (kind, f"returns {text}")


def _ended(bare: ast.FunctionDef, text: str) -> str:
    """The source with the last ``return …`` as a name, and what follows."""
    changed = copy.deepcopy(bare)
    last = changed.body[-1]
    if not isinstance(last, ast.Return) or last.value is None:
        return ast.unparse(bare)
    changed.body[-1:] = [ast.Assign([ast.Name("result", ast.Store())], last.value, lineno=0), *ast.parse(text).body]
    return ast.unparse(ast.fix_missing_locations(changed))
