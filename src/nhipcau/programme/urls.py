"""Addresses outside the back office: reporting through an expiring link."""

from django.urls import path

from nhipcau.programme.views import link

urlpatterns = [
    path("<str:secret>/", link.link_home, name="programme_link"),
    path("<str:secret>/form.<str:kind>", link.link_form_file, name="programme_link_form"),
    path("<str:secret>/<uuid:task>/", link.link_report, name="programme_link_report"),
    path("<str:secret>/<uuid:task>/typed/", link.link_typed, name="programme_link_typed"),
]
