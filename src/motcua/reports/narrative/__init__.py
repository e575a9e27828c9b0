"""The narrative report: drafted from figures, frozen as signed, amended, compared with today."""
