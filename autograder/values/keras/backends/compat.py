"""What a fork server needs of TensorFlow and JAX beyond their public interfaces: to do early what each fork would do again, and to
know that no operation has run.

None of it decides a mark: where it is missing, workers start later. Checked with TensorFlow 2.21 and JAX 0.10
(``tests/values/test_keras_backends_compat.py``); ``pyproject.toml`` excludes versions that are not checked.
"""

from __future__ import annotations

import importlib
import sys

LATE_MODULES = ("concatenate_op", "flat_map_op", "from_tensors_op", "range_op", "zip_op")


def has_run_tensorflow() -> bool:
    """Whether a TensorFlow operation has run in this process. Rests on ``eager.context._context`` and its ``_initialized``."""
    context = sys.modules.get("tensorflow.python.eager.context")
    current = getattr(context, "_context", None)
    return current is not None and current._initialized


def has_run_jax() -> bool:
    """Whether a JAX operation has run in this process: it starts threads. Rests on ``xla_bridge.backends_are_initialized``."""
    bridge = sys.modules.get("jax._src.xla_bridge")
    return bridge is not None and bridge.backends_are_initialized()


def import_late_modules() -> None:
    """Imports what a first training imports. Rests on modules of ``tensorflow.python.data.ops``."""
    for name in LATE_MODULES:
        importlib.import_module(f"tensorflow.python.data.ops.{name}")


def slow_types() -> tuple[type, ...]:
    """Classes whose first ``isinstance`` walks a large class hierarchy. Rests on ``__internal__.CompositeTensor``."""
    tensorflow = importlib.import_module("tensorflow")
    return tensorflow.Variable, tensorflow.__internal__.CompositeTensor, tensorflow.TypeSpec


def fill_registries() -> None:
    """TensorFlow's lists of operations and kernels are completed when the first operation runs, in each process again:
    46 of its 58 ms. To ask the lists for a name completes them, too, and starts no thread.

    Rests on ``framework.op_def_registry``, ``framework.kernels`` and ``util.pywrap_xla_ops`` of ``tensorflow.python``.
    """
    registry, kernels, compiled = (
        importlib.import_module(f"tensorflow.python.{name}")
        for name in ("framework.op_def_registry", "framework.kernels", "util.pywrap_xla_ops")
    )
    registry.get("NoSuchOperation")
    kernels.get_registered_kernels_for_op("NoOp")
    compiled.get_cpu_kernel_names()
