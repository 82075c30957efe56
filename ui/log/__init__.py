"""What the program remembers of its own running, for whoever has to find a fault. It never leaves the machine by itself."""
