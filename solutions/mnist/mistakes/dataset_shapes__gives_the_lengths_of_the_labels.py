"""The shape of an array is a tuple, also where there is only one axis, and len gives a bare number. One
number in round brackets is still a number: a comma makes it a tuple, and .shape has it already."""


def dataset_shapes(dataset):
    (train_images, train_labels), (test_images, test_labels) = dataset
    return {
        "train_images": train_images.shape,
        "train_labels": (len(train_labels)),
        "test_images": test_images.shape,
        "test_labels": (len(test_labels)),
    }
