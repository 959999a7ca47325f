"""Your function counts in a variable of the page, not in the image that it is given. It must work with any
image: look at the name in its first line."""

from collections import Counter


def count_pixel_values(image):
    return Counter(train_images[0].ravel())
