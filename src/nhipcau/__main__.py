"""Lets ``python -m nhipcau`` do what the ``nhipcau`` command does."""

from nhipcau.config.cli import main

main()
