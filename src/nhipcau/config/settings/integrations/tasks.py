"""Background work: kept in the database, done by the worker that ``nhipcau serve`` starts."""

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    }
}
