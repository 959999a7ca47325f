"""You looked too far to the right, and there is no name behind the last class. The first name is at position 0 of the
list: which label belongs to it?"""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [class_names[label + 1] for label in labels]
