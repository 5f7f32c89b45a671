"""Registers of names that are kept elsewhere and read here: agencies, offices, places."""

from collections.abc import Iterator

from nhipcau.translation.types import NameProvider, ProvidedName

_providers: dict[str, NameProvider] = {}


def register_provider(provider: NameProvider) -> None:
    """Add a register; called from an app's ``ready()``.

    Raises:
        ValueError: if another register has that name.
    """
    if provider.owner in _providers:
        raise ValueError(f"Two registers of names are called {provider.owner}.")
    _providers[provider.owner] = provider


def provided_names() -> Iterator[tuple[str, ProvidedName]]:
    """Every name of every register, with the register's name."""
    for owner, provider in _providers.items():
        for name in provider.names():
            yield owner, name
