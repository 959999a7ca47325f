"""The shapes are right, but you chose your own names for them. Code that uses your answer looks for the
agreed names: compare your keys with the docstring, letter by letter."""


def dataset_shapes(dataset):
    (x_train, y_train), (x_test, y_test) = dataset
    return {
        "x_train": x_train.shape,
        "y_train": y_train.shape,
        "x_test": x_test.shape,
        "y_test": y_test.shape,
    }
