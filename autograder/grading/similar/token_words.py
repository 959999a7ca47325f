"""Tokens as people read them, where they name what two answers share."""

from __future__ import annotations

FORMS = {
    "ListComp": "[… for … in …]", "SetComp": "{… for … in …}", "DictComp": "{…: … for … in …}", "GeneratorExp": "(… for … in …)",
    "IfExp": "… if … else …", "Lambda": "lambda", "NamedExpr": ":=", "Starred": "*…", "**": "**…", "JoinedStr": "f'…'",
    "Slice": "[…:…]", "Yield": "yield", "YieldFrom": "yield from", "Await": "await", "Match": "match", "match_case": "case",
    "Try": "try", "TryStar": "except*", "ExceptHandler": "except", "Raise": "raise", "Assert": "assert", "Delete": "del",
    "With": "with", "While": "while", "For": "for", "If": "if", "ClassDef": "class", "def": "def", "Break": "break",
    "Continue": "continue", "Return": "return", "Assign": "=", "Dict": "{…: …}", "Set": "{…}", "List": "[…]", "Tuple": "(…, …)",
    "Subscript": "…[…]", "Call": "…(…)", "comprehension": "for … in …",
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "LShift": "<<",
    "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&", "UAdd": "+…", "USub": "-…", "Not": "not", "Invert": "~",
    "And": "and", "Or": "or", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is",
    "IsNot": "is not", "In": "in", "NotIn": "not in",
}  # fmt: skip
LONGEST = 40  # characters of one


def in_words(token: str) -> str:
    """A token as it is written in a program.

    Example:
        >>> in_words("ListComp"), in_words(".einsum"), in_words("0.25"), in_words("Lt LtE")
        ('[… for … in …]', 'einsum', '0.25', '< <=')
    """
    if token[:1] in ("'", '"') or token[:2] in ("b'", 'b"'):
        return token if len(token) <= LONGEST else f"{token[:LONGEST]}…"
    parts = token.split(" ")
    text = " ".join(FORMS.get(part, part) for part in parts)
    return text.removeprefix(".")[:LONGEST]
