"""The kit and one assignment, packed for a place that grades by itself: Gradescope, Classroom 50, GitHub Actions."""
