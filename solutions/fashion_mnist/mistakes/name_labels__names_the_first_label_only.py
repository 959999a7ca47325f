"""You gave the name of the first label, a single text. There are many labels, and each needs its name: what do you
do with the others?"""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return class_names[labels[0]]
