"""A tuple."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return tuple(class_names[int(label)] for label in labels)
