"""You divided by 100. Pixel values are no percentages: look at the largest number that comes out of your
function."""


def normalize(images):
    return images / 100
