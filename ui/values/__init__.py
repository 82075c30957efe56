"""Edges without clitics, values of dates, speakers of quotations, canonical names: proposals while tagging."""
