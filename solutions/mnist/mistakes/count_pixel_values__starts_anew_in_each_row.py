"""Only the last row of the image is in your counts: each row begins with new ones. Look at what stands
inside the loop and should stand before it."""


def count_pixel_values(image):
    for row in image:
        counts = {}
        for value in row:
            counts[value] = counts.get(value, 0) + 1
    return counts
