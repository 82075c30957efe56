"""Which annotation of one annotator stands for which of another, and what each pair is."""
