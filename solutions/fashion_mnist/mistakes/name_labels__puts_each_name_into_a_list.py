"""Each of your names is in a separate list or row. The texts themselves are expected, one after the other, with nothing
around each."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = []
    for label in labels:
        names.append([class_names[label]])
    return names
