"""You gave back one name only, the one of the first label. If the return is inside the loop, the function ends in the first round."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = []
    for label in labels:
        names.append(class_names[label])
        return names
