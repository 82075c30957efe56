"""Models of names in their context: what they see, how they are trained, what they find."""
