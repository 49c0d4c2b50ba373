"""What stands around the figures of a notebook: controls, the shared filter, evidence, tables, forms, the reader."""
