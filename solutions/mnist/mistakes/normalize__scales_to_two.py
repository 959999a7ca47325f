"""Your numbers go from 0 to 2, so a value near half of 255 becomes 1: look at the largest number in the
result of your function."""


def normalize(images):
    return images / 127.5
