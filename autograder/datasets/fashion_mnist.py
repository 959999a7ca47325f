"""Fashion-MNIST: 60,000 and 10,000 pieces of clothing. In its place: garments that the kit draws.

Source: Zalando SE, MIT licence.
"""

from __future__ import annotations

from autograder.core.languages import message
from autograder.datasets.dataset import Dataset, Substitute
from autograder.datasets.published_images import PublishedImages

IMAGES = PublishedImages(
    "fashion_mnist",
    "Fashion-MNIST",
    {
        "x_train": "2e487a6c89124f78f2d7521542223cafe96f7123c3ca13d447772ac6ecbb3012",
        "y_train": "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7",
        "x_test": "c867c93ff95360594e8ec3287995350b824dd110b11595c0e13d5423f621867a",
        "y_test": "3d0e6c6ea990b53b6f8f500a41cac93881d981b315f84578b7d915342ade01e9",
    },
    "fashion-mnist",
    {
        "x_train": "train-images-idx3-ubyte.gz",
        "y_train": "train-labels-idx1-ubyte.gz",
        "x_test": "t10k-images-idx3-ubyte.gz",
        "y_test": "t10k-labels-idx1-ubyte.gz",
    },
)


def drawn() -> Dataset:
    """The garments that the kit draws."""
    from autograder.datasets import drawn_garments

    return Dataset("garments", "drawn by the kit", *drawn_garments.load())


ENTRY = IMAGES.entry(Substitute("garments", message("drawn garments"), drawn))
