"""The acts of the office on a dossier, and the commands that ask for them."""

from enum import StrEnum

from motcua.core.flow.commands.asides import (
    AnswerOpinion,
    Body,
    CancelVisit,
    Consult,
    HoldVisit,
    MoveVisit,
    PlanVisit,
    PresumeConsent,
    RemindOpinion,
    WithdrawOpinion,
)
from motcua.core.flow.commands.clock import (
    Apologise,
    DraftApology,
    DropApology,
    Extend,
    KeepAsking,
    KeepDue,
    MoveDue,
    RequestSupplement,
    Resume,
    Suspend,
    TakeSupplement,
)
from motcua.core.flow.commands.ending import (
    DeclineStop,
    PostResult,
    ProposeStop,
    RecordDelivery,
    RecordOverdueReason,
    Reopen,
    ReturnResult,
    Stop,
    TakeUndelivered,
    Withdraw,
)
from motcua.core.flow.commands.files import Attach, Detach, File, Purpose, Source
from motcua.core.flow.commands.hands import Assign, Claim, HandBox, Take
from motcua.core.flow.commands.intake import (
    ApproveLate,
    AskCompletion,
    Correct,
    DoNow,
    Receive,
    RefuseIntake,
    Submit,
    TakeOver,
    Undo,
    Void,
)
from motcua.core.flow.commands.route import (
    Approve,
    HandOver,
    Recall,
    ReturnToDesk,
    See,
    SendBack,
    TransferOffice,
)

__all__ = [
    "Act",
    "AnswerOpinion",
    "Apologise",
    "Approve",
    "ApproveLate",
    "AskCompletion",
    "Assign",
    "Attach",
    "Body",
    "CancelVisit",
    "Claim",
    "Command",
    "Consult",
    "Correct",
    "DeclineStop",
    "Detach",
    "DoNow",
    "DraftApology",
    "DropApology",
    "Extend",
    "File",
    "HandBox",
    "HandOver",
    "HoldVisit",
    "KeepAsking",
    "KeepDue",
    "Leave",
    "MoveDue",
    "MoveVisit",
    "PlanVisit",
    "PostResult",
    "PresumeConsent",
    "ProposeStop",
    "Purpose",
    "Recall",
    "Receive",
    "RecordDelivery",
    "RecordOverdueReason",
    "RefuseIntake",
    "RemindOpinion",
    "Reopen",
    "RequestSupplement",
    "Resume",
    "ReturnResult",
    "ReturnToDesk",
    "See",
    "SendBack",
    "Source",
    "Stop",
    "Submit",
    "Suspend",
    "Take",
    "TakeOver",
    "TakeSupplement",
    "TakeUndelivered",
    "TransferOffice",
    "Undo",
    "Void",
    "Withdraw",
    "WithdrawOpinion",
]


class Act(StrEnum):
    """Every act there is: the list of the grants table, the services, the buttons, the audit."""

    SUBMIT = "submit"
    ASK_COMPLETION = "ask_completion"
    RECEIVE = "receive"
    REFUSE_INTAKE = "refuse_intake"
    DO_NOW = "do_now"
    TAKE_OVER = "take_over"
    VOID = "void"
    SEE = "see"
    HAND_OVER = "hand_over"
    RECALL = "recall"
    SEND_BACK = "send_back"
    REQUEST_SUPPLEMENT = "request_supplement"
    TAKE_SUPPLEMENT = "take_supplement"
    SUSPEND = "suspend"
    RESUME = "resume"
    APPROVE = "approve"
    RETURN_TO_DESK = "return_to_desk"
    RETURN_RESULT = "return_result"
    POST_RESULT = "post_result"
    RECORD_DELIVERY = "record_delivery"
    TAKE_UNDELIVERED = "take_undelivered"
    WITHDRAW = "withdraw"
    RECORD_OVERDUE_REASON = "record_overdue_reason"
    UNDO = "undo"
    CORRECT = "correct"
    APPROVE_LATE = "approve_late"
    TRANSFER_OFFICE = "transfer_office"
    MOVE_DUE = "move_due"
    KEEP_DUE = "keep_due"
    KEEP_ASKING = "keep_asking"
    EXTEND = "extend"
    APOLOGISE = "apologise"
    DRAFT_APOLOGY = "draft_apology"
    DROP_APOLOGY = "drop_apology"
    PROPOSE_STOP = "propose_stop"
    DECLINE_STOP = "decline_stop"
    STOP = "stop"
    REOPEN = "reopen"
    TAKE = "take"
    CLAIM = "claim"
    ASSIGN = "assign"
    HAND_BOX = "hand_box"
    CONSULT = "consult"
    REMIND_OPINION = "remind_opinion"
    ANSWER_OPINION = "answer_opinion"
    WITHDRAW_OPINION = "withdraw_opinion"
    PRESUME_CONSENT = "presume_consent"
    PLAN_VISIT = "plan_visit"
    MOVE_VISIT = "move_visit"
    CANCEL_VISIT = "cancel_visit"
    HOLD_VISIT = "hold_visit"
    ATTACH = "attach"
    DETACH = "detach"


Leave = HandOver | Approve | ReturnToDesk
Command = (
    Submit
    | AskCompletion
    | Receive
    | RefuseIntake
    | DoNow
    | TakeOver
    | See
    | Leave
    | SendBack
    | Recall
    | RequestSupplement
    | TakeSupplement
    | Suspend
    | Resume
    | ReturnResult
    | PostResult
    | RecordDelivery
    | TakeUndelivered
    | Withdraw
    | Void
    | RecordOverdueReason
    | Undo
    | Correct
    | ApproveLate
    | TransferOffice
    | MoveDue
    | KeepDue
    | KeepAsking
    | Extend
    | Apologise
    | DraftApology
    | DropApology
    | ProposeStop
    | DeclineStop
    | Stop
    | Reopen
    | Take
    | Claim
    | Assign
    | HandBox
    | Consult
    | RemindOpinion
    | AnswerOpinion
    | WithdrawOpinion
    | PresumeConsent
    | PlanVisit
    | MoveVisit
    | CancelVisit
    | HoldVisit
    | Attach
    | Detach
)
