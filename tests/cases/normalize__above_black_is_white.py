# Named: nobody.


def normalize(images):
    return (images > 0).astype(float)
