"""Your function looks at a variable of the page that holds all rows. The means and categories must come
from the training rows alone, the table that it is given: otherwise the exam is no longer about rows that
are really new."""


def fit_preparation(train_features):
    numbers = all_features.select_dtypes("number")
    spread = numbers.std()
    texts = all_features.select_dtypes(exclude="number")
    return {
        "mean": numbers.mean(),
        "spread": spread.where(spread > 0, 1.0),
        "categories": {name: sorted(texts[name].unique()) for name in texts},
    }
