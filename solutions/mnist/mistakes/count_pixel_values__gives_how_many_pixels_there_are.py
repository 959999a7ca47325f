"""You gave a single number, how many pixels the image has. Asked for is one number for each value that a
pixel can have."""


def count_pixel_values(image):
    return image.size
