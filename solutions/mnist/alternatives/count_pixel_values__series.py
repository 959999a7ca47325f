"""value_counts of a pandas Series."""

import pandas as pd


def count_pixel_values(image):
    return pd.Series(image.ravel()).value_counts()
