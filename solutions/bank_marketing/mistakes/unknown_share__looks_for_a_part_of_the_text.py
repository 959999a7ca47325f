"""You also counted texts of which "unknown" is only a part. A text such as "unknown to us" is another value:
compare the whole text."""

import pandas as pd


def unknown_share(table):
    return pd.Series({name: table[name].astype(str).str.contains("unknown").mean() for name in table})
