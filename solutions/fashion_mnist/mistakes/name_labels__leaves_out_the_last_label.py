"""Your last label got no name. range(n) already stops before n, so range(n - 1) leaves out one more number."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = []
    for place in range(len(labels) - 1):
        names.append(class_names[labels[place]])
    return names
