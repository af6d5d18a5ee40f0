"""What utils.py needs, and a learner need not read: settings, odd replies, errors in plain words, budgets, saved files."""
