"""What Wagtail's editing pages may offer for a language version."""

from wagtail.models import PagePermissionTester

from nhipcau.newsroom.permissions import user_can_decide


class StoryPermissionTester(PagePermissionTester):
    """Publication happens by approval only, and what was public is withdrawn, never deleted."""

    def can_publish(self) -> bool:
        """Nobody publishes directly, administrators neither; see the approval task."""
        return False

    def can_edit(self) -> bool:
        """Drafts that nobody here wrote, such as brought-in ones, are open to all who write."""
        if super().can_edit():
            return True
        is_unclaimed = self.page.owner_id is None and self.page.first_published_at is None
        return bool(self.user.is_active and is_unclaimed and "add" in self.permissions)

    def can_unschedule(self) -> bool:
        """Who may withdraw what is public stops what would be public later; it is then a draft."""
        return user_can_decide(self.user)

    def can_unpublish(self) -> bool:
        """Withdrawal is a decision about the work in every language, with a reason."""
        return False

    def can_move(self) -> bool:
        """Addresses never change."""
        return False

    def can_copy(self) -> bool:
        """Two pages of one language for one work would contradict each other."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Only what was never public and never approved may go."""
        if self.page.first_published_at is not None or self.page.live:
            return False
        return bool(super().can_delete(ignore_bulk)) and not self.page.approvals.exists()

    def can_set_view_restrictions(self) -> bool:
        """Readers' pages are files; who may not be read is not published."""
        return False
