"""Two loops over positions, and a list of 256 counters."""


def count_pixel_values(image):
    counts = [0] * 256
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            counts[image[row, column]] += 1
    return counts
