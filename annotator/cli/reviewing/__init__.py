"""Commands of a review: rules put into gold, and where a project stands."""
