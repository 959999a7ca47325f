"""You looked for the label in class_names. The list holds texts, so a number is not in it: a label says at which
position its name is, and square brackets give what is there."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [class_names.index(label) for label in labels]
