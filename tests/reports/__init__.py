"""Reports for CI systems, read by others than us."""
