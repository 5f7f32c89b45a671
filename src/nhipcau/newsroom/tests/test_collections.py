"""Collections: who makes them, and who puts photographs in."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from nhipcau.accounts.enums import Role
from nhipcau.library.services.photos import store_photo
from nhipcau.library.tests.photographs import encoded, picture
from nhipcau.newsroom.services.desk_setup import ensure_desk

pytestmark = pytest.mark.django_db


def make(client, name: str):
    return client.post(reverse("wagtailadmin_collections:add"), {"name": name, "parent": 1})


@pytest.mark.parametrize("role", [Role.EDITOR, Role.OFFICE, Role.ADMINISTRATOR])
def test_collections_are_made_and_photographs_moved_into_them(site, client_as, role):
    client = client_as(role)
    assert client.get(reverse("wagtailadmin_collections:index")).status_code == 200
    assert make(client, "Lễ hội").status_code == 302
    made = Collection.objects.get(name="Lễ hội")
    image = store_photo(content=encoded(picture()), name="a.jpg", actor=None)
    move = reverse("wagtail_bulk_action", args=["library", "image", "add_to_collection"])
    answer = client.post(f"{move}?id={image.pk}", {"collection": made.pk})
    assert answer.status_code == 302
    image.refresh_from_db()
    assert image.collection == made


@pytest.mark.parametrize("role", [Role.REPORTER, Role.TRANSLATOR, Role.LEADER])
def test_others_find_collections_as_they_are(site, client_as, role):
    make(client_as(role), "Lễ hội")
    assert not Collection.objects.filter(name="Lễ hội").exists()


def test_only_the_administrator_deletes_one_and_an_older_site_gets_the_rights(site, client_as):
    rights = GroupCollectionPermission.objects.filter(
        permission__in=Permission.objects.filter(codename__endswith="_collection")
    )
    rights.delete()
    ensure_desk()
    before = rights.count()
    ensure_desk()
    assert rights.count() == before > 0
    made = Collection.get_first_root_node().add_child(name="Cũ")
    address = reverse("wagtailadmin_collections:delete", args=[made.pk])
    client_as(Role.EDITOR).post(address)
    assert Collection.objects.filter(pk=made.pk).exists()
    client_as(Role.ADMINISTRATOR).post(address)
    assert not Collection.objects.filter(pk=made.pk).exists()


def test_the_collection_of_all_has_a_vietnamese_name_that_an_office_may_change(site, client_as):
    root = Collection.get_first_root_node()
    assert root.name == "Thư viện chung"
    root.name = "Root"
    root.save()
    ensure_desk()
    root.refresh_from_db()
    assert root.name == "Thư viện chung"
    html = client_as(Role.EDITOR).get(reverse("wagtailadmin_collections:add")).content.decode()
    assert ">Thư viện chung</option>" in html
    root.name = "Kho ảnh tỉnh"
    root.save()
    ensure_desk()
    root.refresh_from_db()
    assert root.name == "Kho ảnh tỉnh"
