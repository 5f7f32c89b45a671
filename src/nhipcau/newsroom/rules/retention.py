"""How long what is not public is kept. Stated in docs/retention.md; source: the design, privacy.

Approvals, publications, corrections and sign-ins are no part of this: their records stay for ever.
"""

from datetime import timedelta

# Drafts that nobody has touched, submitted or approved, and that were never public.
DRAFT_LIFE = timedelta(days=365)
# How long before the end the author is told.
DRAFT_WARNING = timedelta(days=30)
# Comments that were dealt with, counted from then.
RESOLVED_COMMENT_LIFE = timedelta(days=90)
# Comments that nobody has dealt with, counted from the last change.
COMMENT_LIFE = timedelta(days=365)
# Revisions that are neither approved, public, latest, scheduled nor a translation's source.
REVISION_LIFE = timedelta(days=180)
