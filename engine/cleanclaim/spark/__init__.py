"""The relational executor on Spark, for claims that lie in a cluster: the same statements, written in Spark's SQL.

Small tables of what is known of codes, modifiers and settings are made by DuckDB on the driver, of the distinct values
that the claims hold, and go to the executors as broadcasts; lines never come to the driver.
"""
