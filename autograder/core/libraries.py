"""The libraries that the engine knows something of, in one table: what each costs, which environment it gets before it is
imported, how it is seeded, and what is done with it before there is any student code.

A library that is not in the table can be used, too: it is imported where an exercise lists it, and that is all.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from autograder.core import keras_backend


@dataclass(frozen=True)
class Library:
    """One library.

    Attributes:
        name: what is imported; distribution: what is installed, where it has another name.
        title: how it is called in sentences.
        seconds: that the import takes on one core, beside NumPy; measured, and only a rough size.
        heavy: the import takes so long that other work is done meanwhile, and is announced to a person who waits.
        loaded_as: the library that has this one with it, where it is never loaded alone.
        brings: modules that it imports anyway, so a process that has them may as well go on to it.
        environment: variables that are set before the import; they hold in every worker.
        folder: a variable that names a separate folder, and that folder's name in the scratch folder; worker_folder: one that
            each worker has for itself, and that is made before the worker is confined.
        seed: ``module:function`` that takes the seed; seeds: other libraries that this call seeds.
        warm_up: ``module:function`` that does early what the library otherwise does at the first call.
        trains: versions of it decide what comes of a training.
        is_backend: one of those with which Keras computes; its ``environment`` is set only where Keras computes with it.
    """

    name: str
    title: str = ""
    distribution: str = ""
    seconds: float = 0.0
    heavy: bool = False
    loaded_as: str = ""
    brings: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: tuple[str, str] | None = None
    worker_folder: tuple[str, str] | None = None
    seed: str = ""
    seeds: tuple[str, ...] = ()
    warm_up: str = ""
    trains: bool = False
    is_backend: bool = False


WARM = "autograder.sandbox.preload"
TABLE = (
    Library(
        "numpy",
        "NumPy",
        seconds=0.1,
        environment={"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"},
        seed="numpy.random:seed",
        warm_up=f"{WARM}:warm_numpy",
        trains=True,
    ),
    Library("scipy", "SciPy", seconds=0.1),
    Library("pandas", "pandas", seconds=0.4, warm_up=f"{WARM}:warm_pandas"),
    Library("PIL", "Pillow", distribution="pillow", seconds=0.05),
    Library(
        "matplotlib",
        "Matplotlib",
        seconds=0.3,
        environment={"MPLBACKEND": "Agg"},
        worker_folder=("MPLCONFIGDIR", "matplotlib"),
        warm_up=f"{WARM}:warm_matplotlib",
    ),
    Library(  # its joblib looks for processes to share work with, and would warn a student that a worker has none
        "sklearn",
        "scikit-learn",
        distribution="scikit-learn",
        seconds=1.0,
        environment={"JOBLIB_MULTIPROCESSING": "0"},
    ),
    Library(
        "tensorflow",
        "TensorFlow",
        seconds=3.0,
        heavy=True,
        loaded_as="keras",
        environment={
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "TF_ENABLE_ONEDNN_OPTS": "0",
            "TF_NUM_INTEROP_THREADS": "1",
            "TF_NUM_INTRAOP_THREADS": "1",
        },
        trains=True,
        is_backend=True,
    ),
    Library(
        "jax",
        "JAX",
        seconds=1.0,
        heavy=True,
        loaded_as="keras",
        environment={
            "JAX_PLATFORMS": "cpu",
            "PJRT_NPROC": "1",  # threads of the pool that runs what XLA has compiled
            # compiling is most of what a first call costs; with fewer passes over the code it takes two thirds, and a training no longer
            "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false --xla_backend_optimization_level=1",
        },
        trains=True,
        is_backend=True,
    ),
    Library("jaxlib", loaded_as="keras", trains=True),
    Library(
        "torch",
        "PyTorch",
        seconds=2.0,
        heavy=True,
        loaded_as="keras",
        environment={"KERAS_TORCH_DEVICE": "cpu"},  # the threads are those of NumPy's row
        trains=True,
        is_backend=True,
    ),
    Library(
        "keras",
        "Keras",
        seconds=4.0,
        heavy=True,
        brings=("matplotlib.pyplot",),
        environment={"CUDA_VISIBLE_DEVICES": "-1"},
        folder=("KERAS_HOME", "keras"),
        seed="keras.utils:set_random_seed",
        seeds=("numpy", "tensorflow", "jax", "torch"),
        warm_up="autograder.values.keras.backends:warm_up",
        trains=True,
    ),
)
BY_NAME = {one.name: one for one in TABLE}


def heavy(modules: Iterable[str]) -> tuple[Library, ...]:
    """Of some modules, the libraries that take long to import.

    Example:
        >>> [one.title for one in heavy(("numpy", "keras.layers", "tensorflow"))]
        ['Keras', 'TensorFlow']
    """
    found = (BY_NAME.get(name.partition(".")[0]) for name in modules)
    return tuple(one for one in found if one is not None and one.heavy)


def with_heavy(modules: tuple[str, ...], imported: Iterable[str]) -> tuple[str, ...]:
    """A set of libraries to be loaded, and those that take long and that a page imports although its exercise does not list them.

    Example:
        >>> with_heavy(("numpy",), {"tensorflow", "pandas"})
        ('numpy', 'keras')
    """
    wanted = (one.loaded_as or one.name for one in heavy(sorted(imported)))
    return tuple(dict.fromkeys([*modules, *wanted]))


def environment(backend: str) -> dict[str, str]:
    """All variables of all libraries.

    Args:
        backend: with which Keras computes, see ``keras_backend``.
    """
    found = {keras_backend.VARIABLE: backend}
    for one in TABLE:
        if one.name == backend or not one.is_backend:
            found |= one.environment
    return found


def folders() -> dict[str, str]:
    """Variable -> name of a folder, for libraries that keep files."""
    return dict(one.folder for one in TABLE if one.folder)


def worker_folders() -> dict[str, str]:
    """The same for folders that each worker has for itself."""
    return dict(one.worker_folder for one in TABLE if one.worker_folder)


def brought(modules: Iterable[str]) -> set[str]:
    """Modules, and those that they import anyway."""
    modules = set(modules)
    return modules.union(*(BY_NAME[name].brings for name in modules if name in BY_NAME))


def distributions() -> tuple[str, ...]:
    """What each is called where it is installed."""
    return tuple(sorted(one.distribution or one.name for one in TABLE))


def trainers() -> tuple[str, ...]:
    """Libraries whose versions decide what comes of a training."""
    return tuple(one.distribution or one.name for one in TABLE if one.trains)


def seed(number: int) -> None:
    """Seeds every library that this process has loaded; what another one has seeded is left out."""
    loaded = [one for one in TABLE if one.name in sys.modules and one.seed]
    covered = {name for one in loaded for name in one.seeds}
    for one in loaded:
        if one.name not in covered:
            called(one.seed)(number)


def warm_up() -> None:
    """Does with the libraries that this process has loaded what they otherwise do at the first call."""
    for one in TABLE:
        if one.warm_up and one.name in sys.modules:
            called(one.warm_up)()


def called(place: str) -> Callable[..., object]:
    """The function of ``module:function``."""
    module, _, name = place.partition(":")
    return cast("Callable[..., object]", getattr(importlib.import_module(module), name))
