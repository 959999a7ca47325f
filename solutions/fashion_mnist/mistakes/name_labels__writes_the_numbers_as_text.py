"""You made texts of the numbers. A number as a text is still a number: the names are in class_names."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [str(label) for label in labels]
