"""Found before wordllama by the kernels of lessons, so that what they store is what a learner sees who has no extras."""

raise ModuleNotFoundError("No module named 'wordllama'", name="wordllama")
