"""MNIST: 60,000 and 10,000 handwritten digits. In its place: digits that the kit draws.

Source: Y. LeCun and C. Cortes, CC BY-SA 3.0.
"""

from __future__ import annotations

from autograder.core.languages import message
from autograder.datasets.dataset import Dataset, Substitute
from autograder.datasets.published_images import PublishedImages

IMAGES = PublishedImages(
    "mnist",
    "MNIST",
    {
        "x_train": "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
        "y_train": "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
        "x_test": "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
        "y_test": "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
    },
)


def drawn() -> Dataset:
    """The digits that the kit draws."""
    from autograder.datasets import drawn_digits

    return Dataset("digits", "drawn by the kit", *drawn_digits.load())


ENTRY = IMAGES.entry(Substitute("digits", message("drawn digits"), drawn))
