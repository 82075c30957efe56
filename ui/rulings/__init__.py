"""Guideline decisions in the annotator's own window: what each proposes to their layers, accepted or refused by them."""
