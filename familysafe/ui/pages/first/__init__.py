"""First start: six questions, each of which can be skipped."""
