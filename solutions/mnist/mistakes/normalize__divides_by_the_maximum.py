"""You divided by the largest pixel in these images. This makes dim images bright, and the same grey becomes
another number in each call: what is the largest value that a pixel can ever have?"""


def normalize(images):
    return images / images.max()
