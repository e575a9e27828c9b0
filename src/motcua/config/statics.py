"""Assets under names that carry their content's hash, so that browsers keep them for good."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedStatics(ManifestStaticFilesStorage):
    """Hashed names where the assets were collected (`serve` does), plain names elsewhere."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name, or the plain one before anything was collected."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name
