"""range stops one before the number it is given, so the largest label is never looked for. And labels.max()
has no answer where there are no labels."""

# Also true: leaves_out_class_nine


def count_labels(labels):
    return {digit: int((labels == digit).sum()) for digit in range(labels.max())}
