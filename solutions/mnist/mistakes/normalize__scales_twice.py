"""You scaled twice, so the brightest pixel is below 0.004. The network would see nearly black images: look at
the largest number in the result."""


def normalize(images):
    images = images / 255
    return images / 255
