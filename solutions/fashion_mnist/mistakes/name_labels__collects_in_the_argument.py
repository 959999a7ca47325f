"""You changed class_names, the list that you were given, but the page needs it unchanged. Put the names into a new
list."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = [class_names[label] for label in labels]
    class_names[:] = names
    return class_names
