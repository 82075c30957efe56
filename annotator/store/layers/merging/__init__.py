"""Two copies of one layer become one: records that count, conflict copies, what other programs wrote."""
