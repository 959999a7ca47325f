"""The data sets that the kit knows. A new one is a module beside this one with an ``ENTRY``, and a line here.

Nothing here imports NumPy: commands that only need a data set's name or title stay quick.
"""

from __future__ import annotations

from collections.abc import Mapping

from autograder.core.languages import message
from autograder.core.near_names import suggest
from autograder.datasets import bank_marketing, fashion_mnist, mnist
from autograder.datasets.dataset import Entry, Substitute, UnknownDataset

ENTRIES: dict[str, Entry] = {one.name: one for one in (mnist.ENTRY, fashion_mnist.ENTRY, bank_marketing.ENTRY)}
SUBSTITUTES: dict[str, Substitute] = {one.substitute.name: one.substitute for one in ENTRIES.values()}
NAMES = (*ENTRIES, *SUBSTITUTES)


def known(name: str, among: Mapping[str, Entry | Substitute] = ENTRIES | SUBSTITUTES) -> Entry | Substitute:
    """What is known of a data set.

    Raises:
        UnknownDataset: nothing; the text says what there is.

    Example:
        >>> known("digits").title
        'drawn digits'
    """
    if name in among:
        return among[name]
    raise UnknownDataset(message("There is no data set {name}.{near} Known: {names}.", name=repr(name), near=suggest(str(name), among), names=", ".join(among)))


def title(name: str) -> str:
    """What people read instead of a data set's name; of an assignment's own the name in words.

    Example:
        >>> title("fashion_mnist"), title("digits"), title("made_prices")
        ('Fashion-MNIST', 'drawn digits', 'made prices')
    """
    return known(name).title if name in NAMES else name.replace("_", " ")
