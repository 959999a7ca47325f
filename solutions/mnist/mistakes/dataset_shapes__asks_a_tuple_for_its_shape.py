"""You asked a tuple for its shape, and only arrays have one. The dataset is a tuple, and so is each of
its halves: how far inside are the arrays?"""


def dataset_shapes(dataset):
    train, test = dataset
    return {
        "train_images": train.shape,
        "test_images": test.shape,
    }
