"""Inter-annotator agreement of a project, and its reports as files."""
