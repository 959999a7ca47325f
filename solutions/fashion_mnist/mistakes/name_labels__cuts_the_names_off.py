"""Your names are cut off after a few letters. An array of texts has room for as many letters as its first content
needed, and longer texts lose their end: make the array from the finished names."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = labels.astype(str)
    for place, label in enumerate(labels):
        names[place] = class_names[label]
    return names
