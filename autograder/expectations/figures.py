"""Figures: what a check can say about what is drawn."""

from autograder.expectations.chart_words import ChartWords
from autograder.expectations.colour_bar_words import ColourBarWords
from autograder.expectations.grid_words import GridWords
from autograder.expectations.heat_map_words import HeatMapWords
from autograder.expectations.line_words import LineWords
from autograder.expectations.named_bar_words import NamedBarWords
from autograder.expectations.row_words import RowWords


class FigureExpectation(GridWords, ColourBarWords, ChartWords, LineWords, HeatMapWords, NamedBarWords, RowWords):
    """Words about a figure. Each returns None, or raises ``Failure``."""
