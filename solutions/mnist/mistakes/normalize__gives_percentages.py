"""Your numbers go from 0 to 100. The range should end at 1: look at the largest number in the result of your
function."""


def normalize(images):
    return images / 255 * 100
