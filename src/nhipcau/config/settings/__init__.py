"""Django settings: one small file per integration, values from the environment only."""
