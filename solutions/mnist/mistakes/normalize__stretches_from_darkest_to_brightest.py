"""You stretched the images from their darkest pixel to their brightest. The same grey becomes another number
in each call: black is 0 and white is 255, even if they do not occur."""


def normalize(images):
    return (images - images.min()) / (images.max() - images.min())
