"""You multiplied. That leads away from the range that was asked for, and small whole numbers even start
again from 0 when they get too large."""


def normalize(images):
    return images * 255
