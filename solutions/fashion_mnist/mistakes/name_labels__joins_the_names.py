"""You joined all names into one text. A loop over a text gives single letters, not names. Keep the names separate: the
page can join them later."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    return ", ".join(class_names[label] for label in labels)
