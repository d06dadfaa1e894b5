"""Sets of claims on an SQL engine: the same catalogue, as one query over tables of lines and of what is known of codes.

What depends on a code, a modifier and a date alone is looked up in Python, once for each that the input holds, and
joined as a small table; SQL holds the joins, the sums of a day, the other lines and the add-on edges.
"""

SHARE_OF_MEMORY = 0.75
"""Of a run's memory what DuckDB may take: beside it Python needs some, and DuckDB does not count all of its own."""
