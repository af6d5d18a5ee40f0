"""Found before mcp by the kernels of lessons, so that what they store is what a learner sees who has no extras."""

raise ModuleNotFoundError("No module named 'mcp'", name="mcp")
