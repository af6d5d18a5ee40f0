"""What the model says, and how its tokens are counted and drawn."""
