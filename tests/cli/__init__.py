"""The command line as its users meet it: what it prints, where, and with which exit status."""
