"""The way from annotators' layers to one: clusters, rules and decisions. Pure functions on the model, free of NumPy."""
