"""You looked for the label in class_names. The list holds texts, so a number is not in it: a label is a position, and
square brackets give what is there."""


def name_labels(labels, class_names):
    return [class_names.index(label) for label in labels]
