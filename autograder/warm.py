"""Libraries, loaded before there is any student code: in a fork server once for all workers."""

from __future__ import annotations

import importlib


def warm_up(modules: list[str]) -> None:
    """Imports libraries, and does now what they otherwise do on the first call; runs none of their operations.

    Each line below was found by profiling a worker's first call: TensorFlow's first ``isinstance(…, Variable)`` walks
    a large class hierarchy (0.18 s), and some of its modules are imported late.
    """
    for name in modules:
        importlib.import_module(name)
    importlib.import_module("numpy.random")  # NumPy imports it when it is first used; 7 ms
    if "matplotlib.pyplot" in modules:
        importlib.import_module("matplotlib.backends.backend_agg")  # the canvas every figure is drawn on
        importlib.import_module("PIL.Image").init()  # its formats are imported when the first picture is written; 30 ms
    if "keras" in modules:
        for name in ("concatenate_op", "flat_map_op", "from_tensors_op", "range_op", "zip_op"):
            importlib.import_module(f"tensorflow.python.data.ops.{name}")
        variable = importlib.import_module("tensorflow").Variable
        for value in (warm_up, 0, "", None, ()):
            isinstance(value, variable)  # remembered by the class, and so by every fork
