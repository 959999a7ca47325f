"""What a top-level statement binds, reads and changes."""

import ast

import pytest

from autograder.content import page, statements

PLAIN = [
    "x += y", "del x", "x: int = y", "for i in a:\n    b = i", "with open(f) as g:\n    pass", "(y := x)", "a[b] = c", "a.b += c",
    "try:\n    a\nexcept E as e:\n    b", "match p:\n    case [a, *b]:\n        c\n    case K(z=w):\n        d", "print(f'{x!r:{w}}')",
    "import x as y", "assert a, b", "raise A from b", "global x", "while a < b:\n    break", "if a:\n    from m import n\nelse:\n    n = a",
]  # fmt: skip


@pytest.mark.parametrize("source", PLAIN)
def test_a_statement_without_a_scope_inside_reads_what_python_says(source):
    """It is looked up without a symbol table, which costs most of the time that it takes to cut a page."""
    (one,) = statements.page_statements(page.parse(source.encode(), "page.py"))
    assert one.uses == statements._outer_names(ast.parse(source).body[0])


def test_only_what_has_a_scope_inside_needs_a_symbol_table(monkeypatch):
    """A page may have hundreds of thousands of statements."""
    asked = []
    table = statements.symtable.symtable
    monkeypatch.setattr(statements.symtable, "symtable", lambda *given: asked.append(given[0]) or table(*given))
    source = "\n".join([*PLAIN, "def scale(x):\n    return x * y", "z = [i for i in x]", "f = lambda a: a + y"])
    found = statements.page_statements(page.parse(source.encode(), "page.py"))
    assert len(asked) == 3 and [sorted(one.uses) for one in found[-3:]] == [["y"], ["x"], ["y"]]
    assert sorted(found[-2].binds) == ["z"]


COMPREHENSIONS = {
    "z = {i: j for i, j in x}": {"x"},
    "z = {i for i in i}": {"i"},
    "z = [k + i for k in x for m in k if m]": {"i", "x"},
    "z = [y := i for i in x]": {"x", "y"},
    "z = sorted([i for i in x], key=i)": {"i", "sorted", "x"},
    "class Table:\n    rows = [i for i in x]": {"x"},
    "def scale(x):\n    return [i for i in x], {i: y for i in x}": {"y"},
}


@pytest.mark.parametrize(("source", "read"), COMPREHENSIONS.items(), ids=COMPREHENSIONS)
def test_what_a_comprehension_binds_is_not_read_from_the_page(source, read):
    """Since Python 3.12, its names are in the table of what is around it."""
    (one,) = statements.page_statements(page.parse(source.encode(), "page.py"))
    assert one.uses == read


@pytest.mark.parametrize("head", ["scale(Base)", "scale(metaclass=Meta)", "@wraps\nscale"])
def test_a_class_that_may_be_called_for_an_answer_is_no_wrong_function(head):
    """A base, a metaclass or a decorator decides what a call gives; a plain class gives nothing but itself."""
    *before, name = head.split("\n")
    (node,) = ast.parse("\n".join([*before, f"class {name}:\n    pass"])).body
    assert statements.no_function(node) == ""
    assert "is a class here" in statements.no_function(ast.parse("class scale:\n    pass").body[0])


@pytest.mark.parametrize(
    ("source", "parameters"),
    [
        ("def f(a, b): pass", ("a", "b")),
        ("def f(): pass", ()),
        ("def f(a, b=1): pass", ()),
        ("def f(a, *, b): pass", ()),
        ("@wraps\ndef f(a): pass", ()),
        ("class f: pass", ()),
        ("f = abs", ()),
    ],
)
def test_only_a_plain_function_has_parameters_that_must_be_given(source, parameters):
    assert statements.parameters_of(ast.parse(source).body[0]) == parameters
