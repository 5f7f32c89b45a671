"""Addresses of the publisher that Django itself answers."""

from django.urls import path

from nhipcau.publishing import views

urlpatterns = [path("readyz", views.ready, name="publishing_ready")]
