"""The acts of the office on dossiers. Each takes many, answers one outcome per dossier.

Every one of them makes the six moves: lock, authorize, decide (in `core.flow`), save, record,
answer. `key` is the UUID of the button pressed: the same key answers with what it did first.
`whole=True` raises the first refusal and saves nothing. None reads the clock: `at` is asked.
"""

from motcua.dossiers.services.apologising import (
    draft_apologies,
    draft_apology,
    drop_apology,
)
from motcua.dossiers.services.arriving import ask_completion, submit
from motcua.dossiers.services.assigning import assign, claim, hand_box, hand_boxes, take
from motcua.dossiers.services.at_once import do_now
from motcua.dossiers.services.consulting import (
    answer_opinion,
    consult,
    presume_consent,
    presume_consents,
    remind_opinion,
    withdraw_opinion,
)
from motcua.dossiers.services.drafts import drop_draft, drop_old_drafts, keep_draft
from motcua.dossiers.services.ending import record_overdue_reason, return_result, void, withdraw
from motcua.dossiers.services.filing import attach, detach
from motcua.dossiers.services.importing import take_over
from motcua.dossiers.services.mending import approve_late, correct
from motcua.dossiers.services.moving import (
    approve,
    hand_over,
    recall,
    return_to_desk,
    see,
    send_back,
)
from motcua.dossiers.services.posting import (
    post_result,
    record_delivery,
    send_result,
    take_undelivered,
)
from motcua.dossiers.services.prolonging import apologise, extend, keep_asking
from motcua.dossiers.services.reasons import (
    add_reason,
    delete_reason,
    end_reason,
    rename_reason,
    take_up_reason,
)
from motcua.dossiers.services.receive import receive, refuse_intake
from motcua.dossiers.services.rescheduling import keep_due, move_due
from motcua.dossiers.services.scanning import arrange, take_scans, throw_away
from motcua.dossiers.services.settling import settle, settle_if_due, transfer_office
from motcua.dossiers.services.shelving import put_on_shelf, set_collection_days
from motcua.dossiers.services.stopping import decline_stop, propose_stop, reopen, stop
from motcua.dossiers.services.undoing import undo
from motcua.dossiers.services.visiting import cancel_visit, hold_visit, move_visit, plan_visit
from motcua.dossiers.services.waiting import (
    request_supplement,
    resume,
    suspend,
    take_supplement,
)

__all__ = [
    "add_reason",
    "answer_opinion",
    "apologise",
    "approve",
    "approve_late",
    "arrange",
    "ask_completion",
    "assign",
    "attach",
    "cancel_visit",
    "claim",
    "consult",
    "correct",
    "decline_stop",
    "delete_reason",
    "detach",
    "do_now",
    "draft_apologies",
    "draft_apology",
    "drop_apology",
    "drop_draft",
    "drop_old_drafts",
    "end_reason",
    "extend",
    "hand_box",
    "hand_boxes",
    "hand_over",
    "hold_visit",
    "keep_asking",
    "keep_draft",
    "keep_due",
    "move_due",
    "move_visit",
    "plan_visit",
    "post_result",
    "presume_consent",
    "presume_consents",
    "propose_stop",
    "put_on_shelf",
    "recall",
    "receive",
    "record_delivery",
    "record_overdue_reason",
    "refuse_intake",
    "remind_opinion",
    "rename_reason",
    "reopen",
    "request_supplement",
    "resume",
    "return_result",
    "return_to_desk",
    "see",
    "send_back",
    "send_result",
    "set_collection_days",
    "settle",
    "settle_if_due",
    "stop",
    "submit",
    "suspend",
    "take",
    "take_over",
    "take_scans",
    "take_supplement",
    "take_undelivered",
    "take_up_reason",
    "throw_away",
    "transfer_office",
    "undo",
    "void",
    "withdraw",
    "withdraw_opinion",
]
