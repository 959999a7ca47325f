"""You added 1 to an entry that is not there yet. When a value comes for the first time, the dictionary
has no number for it: what should it start from?"""


def count_pixel_values(image):
    counts = {}
    for value in image.ravel():
        counts[value] += 1
    return counts
