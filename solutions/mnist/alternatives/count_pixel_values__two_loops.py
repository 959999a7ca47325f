"""Two loops and a plain dictionary."""


def count_pixel_values(image):
    counts = {}
    for row in image:
        for value in row:
            counts[value] = counts.get(value, 0) + 1
    return counts
