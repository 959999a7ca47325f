"""You wrote the result back into the array that you were handed. Its whole numbers cut the decimals off,
and the original pixel values are gone."""

# Also true: changes_float_images_in_place


def normalize(images):
    for place in range(len(images)):
        images[place] = images[place] / 255
    return images
