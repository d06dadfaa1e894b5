"""Claims from X12 837P and 837I: segments, the envelopes around them, the loops of a transaction, and claims."""
