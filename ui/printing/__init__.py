"""Articles for people to read outside the window: on paper, as PDF, as a web page, as text with tags."""
