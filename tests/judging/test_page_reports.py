"""A page that says that it is of another variant than the one that it is judged by is told so."""

from types import SimpleNamespace

from autograder.content import variants
from autograder.judging.page_reports import other_variant

CODE = variants.code("ada")


def page(code: str) -> bytes:
    return f"# This is `variant {code}`.\n".encode()


def test_a_variant_is_said_where_there_are_none():
    (said,) = other_variant(page(CODE), SimpleNamespace(variant=""))
    assert said == f"The page says that it is variant {CODE}. It was judged by the ordinary assignment, without variants."


def test_another_variant_is_said_and_the_right_one_is_not():
    own = SimpleNamespace(variant="ada")
    assert other_variant(page(CODE), own) == () == other_variant(b"x = 1", own)
    (said,) = other_variant(page(variants.code("bob")), own)
    assert f"judged by variant {CODE}" in said
