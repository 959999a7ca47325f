"""With which backends of Keras a mistake or an alternative does what it says: an audit tries it with these only."""

from __future__ import annotations

import ast
import re

from autograder.content import statements
from autograder.core import keras_backend


def needs_another(source: str, backend: str) -> bool:
    """Whether a program needs another backend: it imports one itself, or it has a line ``# Only with: tensorflow, jax``.

    Args:
        backend: with which Keras computes, see ``core.keras_backend``.

    Example:
        >>> needs_another("import torch", "jax"), needs_another("import keras", "jax")
        (True, False)
    """
    imported = statements.imports_of(ast.parse(source)) & set(keras_backend.TITLES)
    lines = re.findall(r"^# Only with: (.+)$", source, re.MULTILINE)
    only = {name.strip() for line in lines for name in line.split(",")}
    return bool(imported - {backend}) or bool(only and backend not in only)
