"""What utils.py needs, and a learner need not read: settings, errors in plain words, budgets, saved files."""
