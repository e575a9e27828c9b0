"""The demonstration: Bỉm Sơn's first quarter of 2017, its totals real, its people invented."""
