"""Reading claims: whatever the file holds, what can be read is read exactly, and the rest is named."""
