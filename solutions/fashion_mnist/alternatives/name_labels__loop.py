"""A loop that appends."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = []
    for label in labels:
        names.append(class_names[label])
    return names
