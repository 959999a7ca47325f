"""Files on disk: pages, notebooks, submissions and assignments. Nothing is run here."""
