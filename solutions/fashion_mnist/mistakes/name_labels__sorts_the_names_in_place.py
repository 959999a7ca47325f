"""You sorted class_names itself, the list that you were given, from A to Z. The position of a name says which class it belongs
to, and the page needs the list as it was: leave it alone."""
# Also true: collects_in_the_argument, sorts_the_names


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    class_names.sort()
    return [class_names[label] for label in labels]
