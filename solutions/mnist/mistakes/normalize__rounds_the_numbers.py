"""You rounded the numbers, so different greys became the same. Round what you print, not what you compute
with."""


def normalize(images):
    return (images / 255).round(2)
