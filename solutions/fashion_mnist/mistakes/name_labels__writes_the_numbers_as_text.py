"""You made texts of the numbers. A 2 as a text is still a 2: the name of class 2 is at position 2 of class_names."""


def name_labels(labels, class_names):
    return [str(label) for label in labels]
