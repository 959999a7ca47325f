"""You gave single letters. A text that is added to a list with += or extend goes in letter by letter: use append."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = []
    for label in labels:
        names += class_names[label]
    return names
