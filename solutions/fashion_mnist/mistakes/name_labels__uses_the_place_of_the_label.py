"""You used the place of the label as the position in class_names, and there are more labels than names. Which number says what
kind of clothing it is: the place of the label, or the label itself?"""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = []
    for place in range(len(labels)):
        names.append(class_names[place])
    return names
