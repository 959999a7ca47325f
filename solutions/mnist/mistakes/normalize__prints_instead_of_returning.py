"""The numbers are on the screen, but your function returned None. print only shows a value to people; the
code that calls your function gets a value in another way."""


def normalize(images):
    print(images / 255)
