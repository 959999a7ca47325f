"""You wrote the result back into the given array. Its whole numbers cut off the decimals, and the original
pixel values are lost."""

# Also true: changes_float_images_in_place


def normalize(images):
    for place in range(len(images)):
        images[place] = images[place] / 255
    return images
