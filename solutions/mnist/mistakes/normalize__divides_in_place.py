"""You changed the array that you were handed. One of whole numbers cannot hold the result, and one of
floats has lost its pixel values for everybody else who uses it."""

# Also true: changes_float_images_in_place


def normalize(images):
    images /= 255
    return images
