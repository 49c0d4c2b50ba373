"""What all views draw with: theme, labels, axes, rows and marks."""
