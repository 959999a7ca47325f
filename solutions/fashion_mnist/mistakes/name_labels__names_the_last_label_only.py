"""You gave the name of the last label, a single text. If a loop writes to the same variable in each round, only the last name
remains: where can you collect them all?"""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    for label in labels:
        name = class_names[label]
    return name
