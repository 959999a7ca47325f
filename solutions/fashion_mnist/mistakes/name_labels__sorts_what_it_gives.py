"""You sorted the result from A to Z. The first name must belong to the first label, so leave the order as it is."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return sorted(class_names[label] for label in labels)
