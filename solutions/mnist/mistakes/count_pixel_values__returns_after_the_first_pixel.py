"""Your function ends after the first pixel, because the return is inside the loop. Look at its
indentation."""


def count_pixel_values(image):
    counts = {}
    for value in image.ravel():
        counts[value] = counts.get(value, 0) + 1
        return counts
