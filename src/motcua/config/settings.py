"""Django's settings, all derived from the one table in `environment`.

Importing this needs no environment, makes no file and starts no server.
"""

from typing import Any

from motcua.config import databases as _databases
from motcua.config import environment as _environment
from motcua.config import keys as _keys
from motcua.config.logging import logging as _logging

_env = _environment.read()

MOTCUA_DATA = _env.data
MOTCUA_PUBLIC_URL = _env.public_url
MOTCUA_LISTEN_URL = _env.local_url
MOTCUA_PROXIES = _env.proxies
MOTCUA_TSA_URL = _env.tsa_url
MOTCUA_REPORT_PERIOD = _env.report_period
MOTCUA_FILES = _env.files
MOTCUA_SCANNER = _env.scanner

DEBUG = False
SECRET_KEY = _keys.secret(_env.data)
MOTCUA_LOOKUP_KEY = _keys.derived(SECRET_KEY, "lookup")
ALLOWED_HOSTS = _env.hosts
CSRF_TRUSTED_ORIGINS = _env.origins

DATABASES = _databases.databases(_env)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "csp",
    "procrastinate.contrib.django",
    "motcua.audit",
    "motcua.jobs",
    "motcua.files",
    "motcua.organization",
    "motcua.identity",
    "motcua.catalogue",
    "motcua.dossiers",
    "motcua.papers",
    "motcua.reports",
    "motcua.fees",
    "motcua.messages",
    "motcua.feedback",
    "motcua.boxes",
    "motcua.exchange",
    "motcua.desk",
    "motcua.portal",
    "motcua.api",
    "motcua.config",
]

MIDDLEWARE = [
    "motcua.config.middleware.RequestLog",
    "motcua.config.middleware.AskersAddress",
    "motcua.config.uploads.MeasuredForms",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.config.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "motcua.config.middleware.Refusals",
    "motcua.config.installing.waiting.FirstRun",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
APPEND_SLASH = False

AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "motcua.identity.entering.WithPosts",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
    ]
]
LOGIN_URL = "/can-bo/dang-nhap"
LOGIN_REDIRECT_URL = "/can-bo/"
LOGOUT_REDIRECT_URL = "/"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_HTTP_RESPONSE_CODE = 429

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "motcua_phien"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = _env.secure
CSRF_COOKIE_NAME = "motcua_bieu_mau"
CSRF_COOKIE_SECURE = _env.secure
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "motcua.config.refusals.stale_form"
LANGUAGE_COOKIE_NAME = "motcua_ngon_ngu"

SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _env.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _env.secure
SECURE_HSTS_PRELOAD = _env.secure
SECURE_SSL_REDIRECT = False
SILENCED_SYSTEM_CHECKS = ["security.W008"]  # the web server in front sends people to https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _env.secure else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [str(_environment.PACKAGE / "config" / "locale")]
FORMAT_MODULE_PATH = ["motcua.config.formats"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True  # for what is typed in; `formats` prints ungrouped
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [str(_environment.PACKAGE / "config" / "templates")],
        "OPTIONS": {
            "loaders": [
                (
                    "motcua.config.english.loading.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["motcua.config.templatetags.motcua"],
            "context_processors": [
                "django.template.context_processors.request",
                "motcua.config.around.around",
            ],
        },
    }
]

EMAIL_HOST = _env.outgoing.host
EMAIL_PORT = _env.outgoing.port
EMAIL_HOST_USER = _env.outgoing.user
EMAIL_HOST_PASSWORD = _env.outgoing.password
EMAIL_USE_TLS = _env.outgoing.security == "starttls"
EMAIL_USE_SSL = _env.outgoing.security == "tls"
DEFAULT_FROM_EMAIL = _env.outgoing.sender
MOTCUA_PROVIDERS = _env.outgoing.providers

STATIC_URL = "/static/"
STATIC_ROOT = str(_env.data / "run" / "static")
STATICFILES_DIRS: list[str] = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "motcua.config.statics.HashedStatics"},
}
WHITENOISE_USE_FINDERS = False

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "motcua.config.uploads.Measured",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
_run = _env.data / "run"  # made before anything serves; a check of an empty clone has none
FILE_UPLOAD_TEMP_DIR = str(_run) if _run.is_dir() else None

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
PROCRASTINATE_ON_APP_READY = None

LOGGING = _logging(_env)
