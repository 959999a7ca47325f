"""You divided by 100. Pixel values are not percentages: look at the largest number in the result of your
function."""


def normalize(images):
    return images / 100
