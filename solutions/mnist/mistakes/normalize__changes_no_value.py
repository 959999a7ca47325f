"""The numbers came back unchanged, up to 255. Another type does not change the values, and a result that you
neither keep nor return is lost: compare images.max() before and after."""


def normalize(images):
    return images.astype("float32")
