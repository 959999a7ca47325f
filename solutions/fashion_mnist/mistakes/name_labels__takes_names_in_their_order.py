"""You gave the names in the order of the list: the first label got the first name, the second label the second one.
Which name it is depends on the label itself, not on its place."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [name for label, name in zip(labels, class_names)]
