"""The kit and one assignment, packed for a place that grades by itself: Gradescope, GitHub Classroom."""
