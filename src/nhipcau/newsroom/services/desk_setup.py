"""What the newsroom needs before the first story: workflows and who may do what."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from nhipcau.accounts.enums import Role
from nhipcau.newsroom.models import NewsIndexPage, StoryApprovalTask

SOURCE_LANGUAGE = "vi"
# Names are data that an office may change; they are written in its own language.
SOURCE_APPROVAL = "Duyệt bài"
TRANSLATION_APPROVAL = "Duyệt bản dịch"
COLLECTION_OF_ALL = "Thư viện chung"
# What Wagtail's first migration called it.
WAGTAILS_COLLECTION_OF_ALL = "Root"
# Likewise for the approval of pages that are no stories, and its one step.
PAGE_APPROVAL = "Duyệt trang thông tin"
WAGTAILS_PAGE_APPROVAL = "Moderators approval"

# Page permissions by role; publication is nobody's: it follows from approval.
SOURCE_PERMISSIONS = {
    Role.REPORTER: ("add",),
    Role.EDITOR: ("add", "change", "lock", "unlock"),
    Role.OFFICE: ("add",),
    Role.ADMINISTRATOR: ("add", "change", "lock", "unlock"),
}
TRANSLATION_PERMISSIONS = {
    Role.TRANSLATOR: ("change",),
    Role.REVISER: ("change", "lock", "unlock"),
    Role.ADMINISTRATOR: ("add", "change", "lock", "unlock"),
}
LIBRARY_PERMISSIONS = {
    Role.REPORTER: ("add", "choose"),
    Role.EDITOR: ("add", "change", "choose"),
    Role.OFFICE: ("add", "change", "choose"),
    Role.ADMINISTRATOR: ("add", "change", "delete", "choose"),
    Role.TRANSLATOR: ("choose",),
    Role.REVISER: ("choose",),
}
# Rights to the collections themselves, in which photographs and files are kept together.
COLLECTION_PERMISSIONS = {
    Role.EDITOR: ("add", "change"),
    Role.OFFICE: ("add", "change"),
    Role.ADMINISTRATOR: ("add", "change", "delete"),
}


def ensure_desk() -> None:
    """Make workflows and permissions that are not there yet; change none that are."""
    source = _ensure_workflow(SOURCE_APPROVAL, Role.EDITOR, asks_classification=True)
    translation = _ensure_workflow(TRANSLATION_APPROVAL, Role.REVISER, asks_classification=False)
    for index in NewsIndexPage.objects.select_related("locale"):
        is_source = index.locale.language_code == SOURCE_LANGUAGE
        if not WorkflowPage.objects.filter(page=index).exists():
            WorkflowPage.objects.create(page=index, workflow=source if is_source else translation)
        granted = SOURCE_PERMISSIONS if is_source else TRANSLATION_PERMISSIONS
        _ensure_page_permissions(index, granted)
    _ensure_library_permissions()
    _ensure_collection_permissions()
    _name_collection_of_all()
    for model in (Workflow, Task):
        model.objects.filter(name=WAGTAILS_PAGE_APPROVAL).update(name=PAGE_APPROVAL)


def _group(role: Role) -> Group:
    """The group of a role."""
    return Group.objects.get_or_create(name=role.value)[0]


def _ensure_workflow(name: str, role: Role, *, asks_classification: bool) -> Workflow:
    """A workflow of one approval step."""
    workflow, created = Workflow.objects.get_or_create(name=name)
    if created:
        task = StoryApprovalTask.objects.create(name=name, asks_classification=asks_classification)
        task.groups.add(_group(role))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _ensure_page_permissions(index: NewsIndexPage, granted: dict[Role, tuple[str, ...]]) -> None:
    """Give the roles their permissions on a news index, once."""
    if GroupPagePermission.objects.filter(page=index).exists():
        return
    for role, actions in granted.items():
        for action in actions:
            GroupPagePermission.objects.create(
                group=_group(role),
                page=index,
                permission=Permission.objects.get(
                    content_type__app_label="wagtailcore", codename=f"{action}_page"
                ),
            )


def _ensure_library_permissions() -> None:
    """Give the roles their permissions on images and files, once."""
    root = Collection.get_first_root_node()
    for role, actions in LIBRARY_PERMISSIONS.items():
        group = _group(role)
        if GroupCollectionPermission.objects.filter(
            group=group, permission__content_type__app_label="library"
        ).exists():
            continue
        for permission in Permission.objects.filter(
            content_type__app_label="library",
            codename__in=[
                f"{action}_{kind}" for action in actions for kind in ("image", "document")
            ],
        ):
            GroupCollectionPermission.objects.create(
                group=group, collection=root, permission=permission
            )


def _ensure_collection_permissions() -> None:
    """Give the roles their permissions on collections, once."""
    rights = Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="collection"
    )
    if GroupCollectionPermission.objects.filter(permission__in=rights).exists():
        return
    root = Collection.get_first_root_node()
    for role, actions in COLLECTION_PERMISSIONS.items():
        for action in actions:
            GroupCollectionPermission.objects.create(
                group=_group(role),
                collection=root,
                permission=rights.get(codename=f"{action}_collection"),
            )


def _name_collection_of_all() -> None:
    """Give the collection that holds all others a name that says so, unless it has one."""
    root = Collection.get_first_root_node()
    if root.name == WAGTAILS_COLLECTION_OF_ALL:
        root.name = COLLECTION_OF_ALL
        root.save(update_fields=["name"])
