"""The shapes are there, under names of your own. Whoever looks for a part needs the name that was agreed
on: compare your keys with the docstring, letter by letter."""


def dataset_shapes(dataset):
    (x_train, y_train), (x_test, y_test) = dataset
    return {
        "x_train": x_train.shape,
        "y_train": y_train.shape,
        "x_test": x_test.shape,
        "y_test": y_test.shape,
    }
