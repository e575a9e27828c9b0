"""The addresses of the machines' door, under `/api/v1/`. Public: what anyone may know."""

from django.urls import path

from motcua.api import views

app_name = "api"

urlpatterns = [
    path("dossiers/<str:code>", views.dossier, name="dossier"),
    path("procedures", views.procedures, name="procedures"),
]
