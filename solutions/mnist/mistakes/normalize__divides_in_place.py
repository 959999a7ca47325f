"""You changed the given array itself. An array of whole numbers cannot hold the result, and an array of
floats loses its pixel values for all other code that uses it."""

# Also true: changes_float_images_in_place


def normalize(images):
    images /= 255
    return images
