"""Your function expects ten labels, but there may be fewer or more. Go through the labels that the function is given,
however many they are."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return [class_names[labels[place]] for place in range(10)]
