"""A wrong byte told from a change: what the journals alone say a layer is, and how two versions of one differ."""
