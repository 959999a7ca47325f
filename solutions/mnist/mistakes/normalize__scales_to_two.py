"""Your numbers run from 0 to 2. Half of 255 is what lands on 1: look at the largest number that comes
out of your function."""


def normalize(images):
    return images / 127.5
