# Named: nobody.
from collections import Counter


def count_pixel_values(image):
    return Counter((image // 16 * 16).ravel().tolist())
