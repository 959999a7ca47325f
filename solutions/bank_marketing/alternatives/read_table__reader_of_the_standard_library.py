"""The csv module, and numbers made afterwards."""

import csv

import pandas as pd


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    table = pd.DataFrame(rows)
    for name in table.columns:
        try:
            table[name] = pd.to_numeric(table[name])
        except ValueError:
            pass
    return table
