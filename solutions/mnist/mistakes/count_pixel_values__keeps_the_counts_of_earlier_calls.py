"""The counts of an earlier call are still in your answer. What is made outside the function, or behind the
= in its first line, is made only once and kept: begin each call with a new one, inside the function."""


def count_pixel_values(image, counts={}):
    for value in image.ravel().tolist():
        counts[value] = counts.get(value, 0) + 1
    return counts
