"""A tuple."""


def name_labels(labels, class_names):
    return tuple(class_names[int(label)] for label in labels)
