"""The data sets that the kit knows. A new one is a module beside this one with an ``ENTRY``, and a line here.

Nothing here imports NumPy: commands that only need a data set's name or title stay quick.
"""

from __future__ import annotations

from autograder.core.near_names import suggest
from autograder.datasets import bank_marketing, fashion_mnist, mnist
from autograder.datasets.dataset import Entry, Substitute, UnknownDataset

ENTRIES: dict[str, Entry] = {one.name: one for one in (mnist.ENTRY, fashion_mnist.ENTRY, bank_marketing.ENTRY)}
SUBSTITUTES: dict[str, Substitute] = {one.substitute.name: one.substitute for one in ENTRIES.values()}
NAMES = (*ENTRIES, *SUBSTITUTES)


def known(name: str) -> Entry | Substitute:
    """What the kit knows of a data set.

    Raises:
        UnknownDataset: nothing; the text says what there is.

    Example:
        >>> known("digits").title
        'drawn digits'
    """
    if name in ENTRIES:
        return ENTRIES[name]
    if name in SUBSTITUTES:
        return SUBSTITUTES[name]
    raise UnknownDataset(f"There is no data set {name!r}.{suggest(str(name), NAMES)} Known: {', '.join(NAMES)}.")


def substitute(name: str) -> str:
    """The data set with which results are the same on every machine: the one that the kit makes in place of another.

    Args:
        name: of a data set; empty for none.

    Returns:
        The substitute's name; the same name, where the kit makes nothing in its place.

    Example:
        >>> substitute("mnist"), substitute("digits"), substitute("")
        ('digits', 'digits', '')
    """
    return ENTRIES[name].substitute.name if name in ENTRIES else name


def title(name: str) -> str:
    """What people read instead of a data set's name; the name itself, if the kit does not know it.

    Example:
        >>> title("fashion_mnist"), title("digits")
        ('Fashion-MNIST', 'drawn digits')
    """
    return known(name).title if name in NAMES else name
