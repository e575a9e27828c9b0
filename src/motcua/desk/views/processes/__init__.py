"""The pages of internal processes (quy trình nội bộ)."""
