"""Golden suites: the findings that a team has looked at and keeps, and what differs from them."""
