"""Values, edges and speakers offered for an annotation, with reasons: pure functions that change nothing by themselves."""
