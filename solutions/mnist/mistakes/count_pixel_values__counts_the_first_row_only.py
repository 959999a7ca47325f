"""You counted only the first row of the image. Look at what an index takes out of an image, or at where your
return is. The counts must add up to rows × columns."""

from collections import Counter


def count_pixel_values(image):
    return Counter(image[0])
