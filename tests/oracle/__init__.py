"""A plain reading of the catalogue of edits, written from the contract alone, to judge the engine by."""
