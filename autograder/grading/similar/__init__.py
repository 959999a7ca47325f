"""Which answers of a class are closer to each other than the class is: read from their text and their reports, never run."""
