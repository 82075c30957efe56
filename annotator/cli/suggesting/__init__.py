"""`hashiya suggest`: what could be annotated, and how good such suggestions would have been."""
