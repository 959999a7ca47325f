"""Black became 1 and white became 0. The range is right, but the image became its negative."""


def normalize(images):
    return 1 - images / 255
