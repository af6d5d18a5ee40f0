"""Pictures for the lessons: what temperature does, tokens of your own text, a run of tools, a map of meaning, a bill."""
