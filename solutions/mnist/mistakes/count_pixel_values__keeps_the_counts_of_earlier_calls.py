"""The counts of an earlier call are still in your answer. A value that you create outside the function, or
after the = in its first line, is created only once and then kept: create a new one inside the function in
each call."""


def count_pixel_values(image, counts={}):
    for value in image.ravel().tolist():
        counts[value] = counts.get(value, 0) + 1
    return counts
