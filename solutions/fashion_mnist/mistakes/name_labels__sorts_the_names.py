"""You sorted the names from A to Z. The position of a name in class_names says which class it belongs to, and sorting
destroys that."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    in_order = sorted(class_names)
    return [in_order[label] for label in labels]
