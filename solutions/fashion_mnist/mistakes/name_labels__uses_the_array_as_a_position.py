"""You put the whole array into the square brackets of a list. A list takes one position at a time: go through the labels, or make
an array of the names first."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return class_names[labels]
