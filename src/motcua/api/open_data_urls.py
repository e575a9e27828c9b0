"""The addresses of what anyone may take away, under `/du-lieu-mo/`. Public on purpose."""

from django.urls import path

from motcua.api import open_data

app_name = "open-data"

urlpatterns = [
    path("thu-tuc.csv", open_data.procedures_csv, name="csv"),
    path("thu-tuc.json", open_data.procedures_json, name="json"),
    path("thoi-gian-cho.csv", open_data.waits_csv, name="waits-csv"),
    path("thoi-gian-cho.json", open_data.waits_json, name="waits-json"),
]
