"""What one annotator is told, as the review shows it: numbers, weeks, corrections, guideline decisions; and its file."""
