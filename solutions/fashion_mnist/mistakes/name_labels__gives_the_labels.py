"""You gave the labels as they are. The names are in class_names: how do you get the name of one label?"""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return labels
