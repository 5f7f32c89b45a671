"""What the publisher does; the door for other apps."""

from nhipcau.publishing.services.everything import enqueue_everything
from nhipcau.publishing.services.jobs import run_due_jobs, run_job
from nhipcau.publishing.services.live import render_now
from nhipcau.publishing.services.marking import mark, retry
from nhipcau.publishing.services.releases import (
    note_release,
    program_fingerprint,
    remember_release,
)
from nhipcau.publishing.services.renderer import drain, renderer_lock, run_renderer
from nhipcau.publishing.services.serving import files_first
from nhipcau.publishing.services.snapshot import rebuild, verify

__all__ = [
    "drain",
    "enqueue_everything",
    "files_first",
    "mark",
    "note_release",
    "program_fingerprint",
    "rebuild",
    "remember_release",
    "render_now",
    "renderer_lock",
    "retry",
    "run_due_jobs",
    "run_job",
    "run_renderer",
    "verify",
]
