"""Words that names in the news begin with, and words whose first letter only looks like a clitic."""
