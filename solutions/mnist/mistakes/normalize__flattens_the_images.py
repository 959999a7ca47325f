"""The scale is right, but rows and columns are lost: each image became one long row. The network does that
itself later; here the shape must stay the same."""


def normalize(images):
    return images.reshape(len(images), -1) / 255
