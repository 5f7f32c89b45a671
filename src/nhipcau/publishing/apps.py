"""App configuration."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Snapshot, feeds and everything readers are served."""

    name = "nhipcau.publishing"
    label = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Listen to changes, offer to make addresses live, register feeds and sitemaps."""
        from nhipcau.common import schedule, surfaces
        from nhipcau.publishing import (
            permissions,
            receivers,  # noqa: F401 - connects them
        )
        from nhipcau.publishing.services.live import render_now
        from nhipcau.publishing.services.nginx import write_redirects
        from nhipcau.publishing.surfaces import feeds, sitemaps, wire
        from nhipcau.publishing.surfaces.former import FormerAddressSurface

        permissions.declare()
        schedule.registry.register(
            schedule.Job(
                "publishing.redirects",
                lambda now: write_redirects(),
                every=timedelta(seconds=30),
            )
        )
        surfaces.provide_live(render_now)
        for surface in (
            feeds.FeedSurface(),
            sitemaps.SitemapIndexSurface(),
            sitemaps.SiteSitemapSurface(),
            sitemaps.MonthSitemapSurface(),
            sitemaps.NewsSitemapSurface(),
            wire.WireItemSurface(),
            wire.WireFeedSurface(),
        ):
            surfaces.registry.register(surface)
        surfaces.registry.register(FormerAddressSurface(), is_last=True)
