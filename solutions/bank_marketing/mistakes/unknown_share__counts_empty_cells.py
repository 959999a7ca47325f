"""All your shares are 0: you found no hole. In this table a hole is not an empty cell but the text "unknown",
written exactly like this. Compare the cells with that text."""


def unknown_share(table):
    return table.isna().mean()
