"""White pixels were not counted. Your counts have to add up to rows × columns: look at the last number
that your range gives."""


def count_pixel_values(image):
    return {value: (image == value).sum() for value in range(255)}
