"""What HTTP says: one file an endpoint, and the state that the API keeps."""
