"""Pages that say where an agency is used."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import ReferenceIndex

from nhipcau.accounts.enums import Role
from nhipcau.accounts.tests.factories import signed_in
from nhipcau.agencies.models import Agency, Place

pytestmark = pytest.mark.django_db


def refer(agency, thing_id):
    kind = ContentType.objects.get_for_model(Place)
    ReferenceIndex.objects.create(
        base_content_type=kind,
        content_type=kind,
        object_id=str(thing_id),
        to_content_type=ContentType.objects.get_for_model(Agency),
        to_object_id=str(agency.pk),
        model_path="parent",
        content_path=f"parent{thing_id}",
        content_path_hash=ReferenceIndex._get_content_path_hash(f"parent{thing_id}"),
    )


def test_usage_is_shown_though_a_thing_that_used_it_is_gone(site, user_with_role):
    agency, place = Agency.objects.create(code="mau"), Place.objects.create(code="ho-mau")
    refer(agency, place.pk)
    refer(agency, 987_654)
    client = signed_in(user_with_role(Role.ADMINISTRATOR))
    url = reverse(Agency.snippet_viewset.get_url_name("usage"), args=[agency.pk])
    page = client.get(url)
    assert page.status_code == 200
    assert str(place) in page.content.decode()


def test_names_in_a_list_lead_where_the_person_may_go(site, user_with_role):
    agency = Agency.objects.create(code="mau")
    address = reverse("wagtailsnippets_agencies_agency:list")
    edit, inspect = (
        reverse(f"wagtailsnippets_agencies_agency:{page}", args=[agency.pk])
        for page in ("edit", "inspect")
    )
    leader, office = (signed_in(user_with_role(role)) for role in (Role.LEADER, Role.OFFICE))
    assert f'"{edit}"' not in leader.get(address).content.decode()
    for client, expected in ((leader, inspect), (office, edit)):
        assert f'"{expected}"' in client.get(address).content.decode()
        assert client.get(expected).status_code == 200
