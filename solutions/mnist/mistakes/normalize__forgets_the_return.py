"""Your function scaled the images but returned None. A result is lost when the function ends, unless the
function returns it."""


def normalize(images):
    images = images / 255
