"""Tables for spreadsheets and statistics programs."""
