"""Your function gives the shapes of MNIST, whatever it is handed. It is tried with other datasets too:
let it ask the arrays that it gets."""


def dataset_shapes(dataset):
    return {
        "train_images": (60000, 28, 28),
        "train_labels": (60000,),
        "test_images": (10000, 28, 28),
        "test_labels": (10000,),
    }
