"""You gave something that makes its names one by one, as map, yield and round brackets do. After one pass it is empty, and it
has no length and no positions: make a list of it."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return map(lambda label: class_names[label], labels)
