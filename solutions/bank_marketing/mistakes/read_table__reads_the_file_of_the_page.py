"""Your function reads the bank's file by its name, not the file that it is given. It must read any file:
use the parameter."""

import pandas as pd


def read_table(path):
    return pd.read_csv("bank.csv", sep=";")
