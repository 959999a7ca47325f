"""You gave the names in the order of the list: the first label got the first name, the second label the second one. Use the
label itself, not its place, as the position in class_names."""


def name_labels(labels, class_names):
    return [name for label, name in zip(labels, class_names)]
