"""You added 1 to an entry that does not exist yet. When a value comes for the first time, the dictionary has
no number for it: with which number should it start?"""


def count_pixel_values(image):
    counts = {}
    for value in image.ravel():
        counts[value] += 1
    return counts
