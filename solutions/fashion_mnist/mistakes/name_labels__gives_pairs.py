"""You gave pairs of a label and its name. Only the names are asked for: a list of texts."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [(int(label), class_names[label]) for label in labels]
