"""map, and a list around it."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return list(map(class_names.__getitem__, labels))
