"""You put parts together that have different indexes. pandas then pairs rows by their labels, not by their
places, and fills with NaN where there is none."""

import pandas as pd


def prepare(features, preparation):
    numbers = features[preparation["mean"].index]
    columns = [(numbers - preparation["mean"]) / preparation["spread"]]
    for name, categories in preparation["categories"].items():
        columns.append(pd.DataFrame({f"{name}={one}": features[name] == one for one in categories}).reset_index(drop=True))
    return pd.concat(columns, axis=1).iloc[: len(features)].fillna(0).to_numpy(float)
