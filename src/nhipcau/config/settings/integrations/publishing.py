"""The publisher: where the running processes meet, and how carefully files are written."""

from nhipcau.config import env

# Lock, wake-up port and signs of life of the running processes; safe to delete when stopped.
RUN_ROOT = env.home() / "run"
# Whether files are on the disk before the database says so. Off only in tests.
PUBLISHING_IS_DURABLE = True
# Addresses that Django answers even when a file of that name is stored.
DYNAMIC_PREFIXES = ("/admin/", "/healthz", "/readyz")
