"""Your function counts in a name of the page and not in the image that it is handed. It
has to work with any image: look at the name in its first line."""

from collections import Counter


def count_pixel_values(image):
    return Counter(train_images[0].ravel())
