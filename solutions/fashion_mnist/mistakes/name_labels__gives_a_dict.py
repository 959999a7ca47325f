"""You gave a dict from label to name. It has each label once, so the order and the number of the images are lost."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return {int(label): class_names[label] for label in labels}
