"""What the API refuses, with its own status, type, param, code and wording."""
