"""The formula for any range, with fixed ends."""


def normalize(images):
    darkest, brightest = 0, 255
    return (images - darkest) / (brightest - darkest)
