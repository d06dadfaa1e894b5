"""Code records from the files that publish them, and the library that holds their releases."""
