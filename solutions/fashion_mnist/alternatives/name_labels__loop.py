"""A loop that appends."""


def name_labels(labels, class_names):
    names = []
    for label in labels:
        names.append(class_names[label])
    return names
