"""What the window can be told to do: one table of commands, and a module for each group of them."""
