"""Your numbers run from 0 to 100. The range asked for ends at 1: look at the largest number that comes
out of your function."""


def normalize(images):
    return images / 255 * 100
