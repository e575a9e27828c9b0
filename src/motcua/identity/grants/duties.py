"""What is granted besides acts on a dossier, and how far a right reaches."""

from enum import StrEnum


class Duty(StrEnum):
    """What one may do besides acting on a dossier: questions, lists, upkeep."""

    SEARCH = "search"
    OPEN = "open"
    OVERVIEW = "overview"
    REPORT = "report"
    CATALOGUE = "catalogue"
    PROCESS = "process"
    PROMULGATE = "promulgate"
    APPROVE_PROMULGATION = "approve_promulgation"
    ADMINISTER = "administer"
    POST_LISTING = "post_listing"
    QUALITY = "quality"
    REORGANIZE = "reorganize"
    APPROVE_REORGANIZATION = "approve_reorganization"
    CALENDAR = "calendar"
    WHO_LOOKED = "who_looked"
    FEEDBACK = "feedback"
    HEAR = "hear"
    ANSWER = "answer"
    NOTICES = "notices"
    REGISTER = "register"
    HANDOVER_LISTS = "handover_lists"
    WORKLOAD = "workload"
    FORMS = "forms"
    PRINT_MANY = "print_many"
    TEMPLATES = "templates"
    DOCUMENTS = "documents"
    DRAFT_DOCUMENT = "draft_document"
    REVIEW_DOCUMENT = "review_document"
    SIGN_DOCUMENT = "sign_document"
    RELEASE_DOCUMENT = "release_document"
    COLLECT = "collect"
    SIGN_CASH = "sign_cash"
    APPROVE_REFUND = "approve_refund"
    RECEIPT_BOOKS = "receipt_books"
    OBLIGATIONS = "obligations"
    CHARTS = "charts"
    KEEP_DESKS = "keep_desks"
    DRAFT_REPORT = "draft_report"
    SIGN_REPORT = "sign_report"
    ISSUE_REPORT = "issue_report"
    CONSOLIDATE = "consolidate"
    CONFIRM_FIGURES = "confirm_figures"
    ENTER_FIGURES = "enter_figures"
    KEEP_REASONS = "keep_reasons"


class Scope(StrEnum):
    """How far a right reaches.

    own: what one's own position holds · route: that, and what an outside body holds on a dossier
    of one's office · department: what one's department holds · office: every dossier of one's
    office · below: those of one's office and the offices under it.
    """

    OWN = "own"
    ROUTE = "route"
    DEPARTMENT = "department"
    OFFICE = "office"
    BELOW = "below"
