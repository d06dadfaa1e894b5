"""An edit's condition: SQL text, parsed into a small typed tree of our own, which has three back ends.

`parse` makes the tree, `python` a function over facts, `rete` a durable_rules pattern, `sql` an SQL expression.
"""
