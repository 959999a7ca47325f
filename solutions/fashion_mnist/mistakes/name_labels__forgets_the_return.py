"""Your function returned None: its result is lost. A function gives back only what comes after return; without a
return it gives None."""


def name_labels(labels, class_names):
    ### VARIANT labels is {first._labels}
    names = [class_names[label] for label in labels]
