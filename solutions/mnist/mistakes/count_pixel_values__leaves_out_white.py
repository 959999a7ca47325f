"""You did not count white pixels. Your counts must add up to rows × columns: what is the last number of your
range?"""


def count_pixel_values(image):
    return {value: (image == value).sum() for value in range(255)}
