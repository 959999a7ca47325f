"""count is a method of lists, but an image is a NumPy array. Look at type(image), and at what such an array
can do."""


def count_pixel_values(image):
    return {value: image.count(value) for value in range(256)}
