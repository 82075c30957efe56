"""What a lead sees first: how far annotators agree, how far work and gold are, and what to do next.

Values only; the window and the command line say them in words.
"""
