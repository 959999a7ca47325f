"""The class report, each submission's page and the notebook's card."""
