"""Your function works only for an array of the size of the training set. It is used for the test images,
too, and for a single one: which shape do you need that the array does not have already?"""


def normalize(images):
    return images.reshape(60000, 784) / 255
