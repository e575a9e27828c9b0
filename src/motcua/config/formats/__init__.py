"""Our own formats: Django's Vietnamese ones read 05/04/2017 as the fourth of May."""
