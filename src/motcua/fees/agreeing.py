"""Receipts = paid bills = cash book, to the last đồng: each question finds what does not agree.

Read-only; one statement a question, over whole tables.
"""

from collections.abc import Sequence

from django.db import connection

QUESTIONS: Sequence[tuple[str, str]] = (
    (
        "{0}: đã thu {1}, biên lai còn giá trị {2}",
        """
        SELECT d.code, CASE WHEN p.undone_at IS NULL THEN p.amount_vnd ELSE 0 END,
               coalesce(r.total, 0)
        FROM fees_payment p
        JOIN dossiers_dossier d ON d.id = p.dossier_id
        LEFT JOIN (
            SELECT r.payment_id, sum(r.amount_vnd) AS total
            FROM fees_receipt r LEFT JOIN fees_cancellation c ON c.receipt_id = r.id
            WHERE c.id IS NULL GROUP BY 1
        ) r ON r.payment_id = p.id
        WHERE coalesce(r.total, 0)
              <> CASE WHEN p.undone_at IS NULL THEN p.amount_vnd ELSE 0 END
        ORDER BY p.id
        """,
    ),
    (
        "{0}: đã thu {1}, sổ quỹ ghi {2}",
        """
        SELECT d.code, CASE WHEN p.undone_at IS NULL THEN p.amount_vnd ELSE 0 END,
               coalesce(m.total, 0)
        FROM fees_payment p
        JOIN dossiers_dossier d ON d.id = p.dossier_id
        LEFT JOIN (
            SELECT payment_id, sum(amount_vnd) AS total FROM fees_movement
            WHERE payment_id IS NOT NULL GROUP BY 1
        ) m ON m.payment_id = p.id
        WHERE coalesce(m.total, 0)
              <> CASE WHEN p.undone_at IS NULL THEN p.amount_vnd ELSE 0 END
        ORDER BY p.id
        """,
    ),
    (
        "biên lai {0} {1}: còn giá trị {2}, sổ quỹ ghi {3}",
        """
        SELECT b.serial, r.number, CASE WHEN c.id IS NULL THEN r.amount_vnd ELSE 0 END,
               coalesce(m.total, 0)
        FROM fees_receipt r
        JOIN fees_receiptbook b ON b.id = r.book_id
        LEFT JOIN fees_cancellation c ON c.receipt_id = r.id
        LEFT JOIN (
            SELECT receipt_id, sum(amount_vnd) AS total FROM fees_movement
            WHERE receipt_id IS NOT NULL GROUP BY 1
        ) m ON m.receipt_id = r.id
        WHERE coalesce(m.total, 0) <> CASE WHEN c.id IS NULL THEN r.amount_vnd ELSE 0 END
        ORDER BY r.id
        """,
    ),
    (
        "{0}: phải thu {1}, đã thu {2}",
        """
        SELECT d.code, coalesce(l.total, 0), p.total
        FROM (
            SELECT p.dossier_id, sum(p.amount_vnd - coalesce(r.total, 0)) AS total
            FROM fees_payment p
            LEFT JOIN (
                SELECT payment_id, sum(amount_vnd) AS total FROM fees_refund
                WHERE paid_at IS NOT NULL GROUP BY 1
            ) r ON r.payment_id = p.id
            WHERE p.undone_at IS NULL GROUP BY 1
        ) p
        JOIN dossiers_dossier d ON d.id = p.dossier_id
        LEFT JOIN (
            SELECT dossier_id, sum(amount_vnd) AS total FROM fees_line GROUP BY 1
        ) l ON l.dossier_id = p.dossier_id
        WHERE p.total > coalesce(l.total, 0)
        ORDER BY 1
        """,
    ),
    (
        "hoàn phí số {0}/{1}: chi {2}, sổ quỹ ghi {3}",
        """
        SELECT f.number, f.year, CASE WHEN f.paid_at IS NULL THEN 0 ELSE f.amount_vnd END,
               coalesce(-m.amount_vnd, 0)
        FROM fees_refund f LEFT JOIN fees_movement m ON m.refund_id = f.id
        WHERE coalesce(-m.amount_vnd, 0)
              <> CASE WHEN f.paid_at IS NULL THEN 0 ELSE f.amount_vnd END
        ORDER BY f.id
        """,
    ),
    (
        "quyển {0} {1}: đã cấp {2} số, có {3} biên lai",
        """
        SELECT b.template, b.serial, b.last - b.first + 1, coalesce(r.many, 0)
        FROM fees_receiptbook b
        LEFT JOIN (
            SELECT book_id, count(*) AS many, min(number) AS low, max(number) AS high
            FROM fees_receipt GROUP BY 1
        ) r ON r.book_id = b.id
        WHERE coalesce(r.many, 0) <> b.last - b.first + 1
           OR r.low <> b.first OR r.high <> b.last
        ORDER BY b.id
        """,
    ),
    (
        "sổ quỹ {0} ngày {1}: theo sổ {2}, cộng lại {3}",
        """
        SELECT a.username, to_char(c.day_on, 'DD/MM/YYYY'), c.expected_vnd,
               c.opening_vnd + coalesce(m.total, 0)
        FROM fees_cashday c
        JOIN identity_account a ON a.id = c.account_id
        LEFT JOIN (
            SELECT cash_day_id, sum(amount_vnd) AS total, max(at) AS last_at
            FROM fees_movement GROUP BY 1
        ) m ON m.cash_day_id = c.id
        WHERE c.closed_at IS NOT NULL AND (
            c.expected_vnd <> c.opening_vnd + coalesce(m.total, 0) OR m.last_at > c.closed_at
        )
        ORDER BY c.id
        """,
    ),
)
"""Sentence and question: a row found is a difference, its columns fill the sentence."""


def differences() -> Sequence[str]:
    """Every difference as a sentence. Seven statements."""
    found: list[str] = []
    with connection.cursor() as cursor:
        for words, question in QUESTIONS:
            cursor.execute(question)
            found += [words.format(*row) for row in cursor.fetchall()]
    return found
