"""Nhịp Cầu: the external-information desk of a Vietnamese province, in one program."""

__version__ = "0.1.0"
