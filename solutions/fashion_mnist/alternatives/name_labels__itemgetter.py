"""The operator module."""

from operator import itemgetter


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    if len(labels) == 1:
        return (class_names[labels[0]],)
    return itemgetter(*labels.tolist())(class_names)
