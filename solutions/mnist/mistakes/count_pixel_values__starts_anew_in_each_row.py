"""Only the last row of the image is in your counts, because each row starts with new counts. Which line is
inside the loop but should be before it?"""


def count_pixel_values(image):
    for row in image:
        counts = {}
        for value in row:
            counts[value] = counts.get(value, 0) + 1
    return counts
