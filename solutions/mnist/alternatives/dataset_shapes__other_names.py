### VARIANT train_images= is {train}_images=
### VARIANT train_labels= is {train}_labels=
### VARIANT test_images= is {test}_images=
### VARIANT test_labels= is {test}_labels=
"""Nested unpacking, with other names for the parts."""


def dataset_shapes(dataset):
    (x_train, y_train), (x_test, y_test) = dataset
    return dict(
        train_images=x_train.shape,
        train_labels=y_train.shape,
        test_images=x_test.shape,
        test_labels=y_test.shape,
    )
