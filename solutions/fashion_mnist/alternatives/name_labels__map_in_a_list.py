"""map, and a list around it."""


def name_labels(labels, class_names):
    return list(map(class_names.__getitem__, labels))
