import sys


def normalize(images):
    print(images / 255)
    sys.exit()
