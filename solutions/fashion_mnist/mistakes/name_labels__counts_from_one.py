"""You looked one position too far to the left. The first name is at position 0 of the list: which label belongs to it?"""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [class_names[int(label) - 1] for label in labels]
