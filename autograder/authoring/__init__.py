"""For who writes assignments: build, audit, demo."""
