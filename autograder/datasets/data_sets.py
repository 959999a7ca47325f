"""The data sets that one assignment can use: those of the kit and, if it brings a ``data.py``, its own.

Nothing here imports NumPy: commands that only need a data set's name or title stay quick.
"""

from __future__ import annotations

import functools
import os
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from autograder.core.languages import message
from autograder.datasets import own, places, registry
from autograder.datasets.dataset import Dataset, Entry, Substitute
from autograder.datasets.own import BrokenDefinition, OwnData

SETTINGS = "assignment.toml"
BESIDE = ("checks", ".")  # where the settings are, seen from a page: as students have it, and as instructors do


@dataclass(frozen=True)
class DataSets:
    """What the names of data sets mean.

    Args:
        own: an assignment's own data set; None for the kit's alone.
    """

    own: OwnData | None = None

    @property
    def entries(self) -> dict[str, Entry]:
        """Published data sets, by name."""
        one = self.own and self.own.definition
        return registry.ENTRIES | ({one.name: one} if isinstance(one, Entry) else {})

    @property
    def substitutes(self) -> dict[str, Substitute]:
        """What is made, by name."""
        one = self.own and self.own.definition
        made = one.substitute if isinstance(one, Entry) else one
        return registry.SUBSTITUTES | ({made.name: made} if made is not None else {})

    def known(self, name: str) -> Entry | Substitute:
        """What is known of a data set.

        Raises:
            UnknownDataset: nothing; the text says what there is.
        """
        return registry.known(name, self.entries | self.substitutes)

    def substitute(self, name: str) -> str:
        """The data set with which results are the same on every machine: the one that is made in place of another.

        Args:
            name: of a data set; empty for none.

        Returns:
            The substitute's name; the same name, if nothing is made in its place.

        Example:
            >>> DataSets().substitute("mnist"), DataSets().substitute("digits"), DataSets().substitute("")
            ('digits', 'digits', '')
        """
        entry = self.entries.get(name)
        return entry.substitute.name if entry else name

    def find(self, name: str) -> Dataset:
        """See ``autograder.datasets.find``."""
        known = self.known(name)
        if isinstance(known, Substitute):
            return known.make()
        others = frozenset(one for other in self.entries.values() if other is not known for one in other.files)
        return (
            places.chosen(known, others) or places.kept(known) or places.from_network(known) or known.substitute.make()
        )

    def shared(self, name: str) -> Dataset:
        """Like ``find``, read once in this process: unpacking and verifying MNIST costs a third of a second.

        Returns:
            The same data set to all callers, so its arrays are read-only.
        """
        return _shared(self, name, os.environ.get("AUTOGRADER_DATA"), os.environ.get("KERAS_HOME"))

    def name_now(self, name: str) -> str:
        """The name of the data set that is judged with on this machine now: another one if this one cannot be found.

        Args:
            name: of a data set; empty for none, and then the answer is empty too.
        """
        return self.shared(name).name if name else ""


def of_settings(settings: Path, name: str) -> DataSets:
    """The data sets of an assignment.

    Args:
        settings: its ``assignment.toml``, in either form of its folder; name: of its data set there, or empty.

    Raises:
        BrokenDefinition: the ``data.py`` beside the settings cannot be used.
    """
    path = settings.with_name(own.FILE)
    if not path.is_file():
        return DataSets()
    if not name.isidentifier():
        raise BrokenDefinition(message('{file} defines a data set without a name. Write one into {settings}: data = "…"', file=own.FILE, settings=SETTINGS))
    if name in registry.NAMES:
        raise BrokenDefinition(message("{file} defines {name}, but the kit has a data set of this name. Use another name.", file=own.FILE, name=name))
    folder = settings.parent.parent if settings.parent.name == BESIDE[0] else settings.parent
    found = DataSets(OwnData(path, name, folder / "data", path.read_text("utf-8")))
    if found.own and found.own.substitute in registry.NAMES:
        raise BrokenDefinition(
            message("{file} has the SUBSTITUTE {name}, but the kit has a data set of this name.", file=own.FILE, name=found.own.substitute)
        )
    return found


def of_page(name: str) -> DataSets:
    """The data sets that the page which runs now can ask for: a name that the kit does not know is looked for beside it."""
    if name not in registry.NAMES:
        for folder in _folders():
            for place in BESIDE:
                settings = folder / place / SETTINGS
                if settings.is_file() and settings.with_name(own.FILE).is_file():
                    said = tomllib.loads(settings.read_text("utf-8")).get("data", "")
                    found = of_settings(settings, said)
                    if name in found.entries | found.substitutes:
                        return found
    return DataSets()


def _folders() -> list[Path]:
    """That of the script that runs, or of the notebook: the one that it runs in.

    A judge is neither. Students' files may be where it runs, and their ``data.py`` must not run in its process.
    """
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    folders = [Path(script).resolve().parent] if script else []
    return [*folders, Path.cwd()] if _is_interactive() else folders


def _is_interactive() -> bool:
    shell = sys.modules.get("IPython")
    return hasattr(sys, "ps1") or (shell is not None and shell.get_ipython() is not None)


@functools.lru_cache(maxsize=4)
def _shared(data_sets: DataSets, name: str, *_places: str | None) -> Dataset:
    """``_places`` are where it is looked for; elsewhere there may be another one."""
    found = data_sets.find(name)
    for part in (found.train, found.test):
        for array in part or ():
            array.flags.writeable = False
    return found
