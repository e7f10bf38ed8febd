"""Official PDF forms: opened once, filled through a mapping, flattened, and read back."""
