"""You multiplied. This leads away from the range 0 to 1, and small whole numbers even start again from 0 when
they get too large."""


def normalize(images):
    return images * 255
