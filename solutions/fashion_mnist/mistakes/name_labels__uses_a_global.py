"""Your function uses a variable of the page, not what it is given. It must work with any labels and any names: look at
the names in its first line."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [CLASS_NAMES[label] for label in labels]
