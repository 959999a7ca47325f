"""The name of the column with the largest number, with pandas."""

import pandas as pd


def predict_labels(model, images):
    return pd.DataFrame(model.predict(images)).idxmax(axis=1).to_numpy()
