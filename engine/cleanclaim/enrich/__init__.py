"""From a claim as billed to the facts about each of its lines."""
