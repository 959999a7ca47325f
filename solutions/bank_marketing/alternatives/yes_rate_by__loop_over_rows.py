"""A loop over the rows."""

from collections import Counter, defaultdict


def yes_rate_by(table, column):
    yes, all_rows = defaultdict(int), Counter()
    for value, answer in zip(table[column].tolist(), table["y"].tolist()):
        all_rows[value] += 1
        yes[value] += answer == "yes"
    return {value: yes[value] / all_rows[value] for value in all_rows}
