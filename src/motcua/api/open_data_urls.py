"""The addresses of the catalogue as open data, under `/du-lieu-mo/`. Public on purpose."""

from django.urls import path

from motcua.api import open_data

app_name = "open-data"

urlpatterns = [
    path("thu-tuc.csv", open_data.as_csv, name="csv"),
    path("thu-tuc.json", open_data.as_json, name="json"),
]
