"""A dict from number to name."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = dict(enumerate(class_names))
    return [names[int(label)] for label in labels]
