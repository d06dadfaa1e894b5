"""From facts to the edits that fire: the executors and payability."""
