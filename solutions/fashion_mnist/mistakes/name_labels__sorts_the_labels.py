"""Your names are sorted by class. The first name must belong to the first label, so leave the order as it is."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [class_names[label] for label in sorted(labels)]
