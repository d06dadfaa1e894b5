"""What tests share."""

import os

pytest_plugins = ["pytester"]
os.environ["CLEANCLAIM_LIBRARY"] = "bundled"  # no test, and nothing that one starts, looks for the user's own library
