"""The numbers appear on the screen, and your function gave None. Printing shows a value to people; a
caller gets it another way."""


def normalize(images):
    print(images / 255)
