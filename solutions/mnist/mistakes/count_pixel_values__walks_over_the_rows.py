"""Your loop goes along the first axis, so it gets whole rows. A row is an array, and an array cannot be a
key. Look at image.shape: how many steps lead from the image to a single pixel?"""

from collections import Counter


def count_pixel_values(image):
    return Counter(image)
