"""What was found before: results of exercises, right answers, trainings."""
