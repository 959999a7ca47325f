# Named: nobody.


def normalize(images):
    return images // 26 / 10
