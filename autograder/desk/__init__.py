"""A course without nbgrader: who has submitted what, corrections that last, and why a mark is what it is."""
