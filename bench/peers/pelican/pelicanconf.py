"""Equal work with our bare templates; docs/performance.md says what is equal and what is not."""

import os

SITENAME = "Benchmark"
SITEURL = "https://example.org"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["briefings"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = ARTICLE_SAVE_AS = "briefings/{slug}.html"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []

# Pages that our templates do not have either.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = DRAFT_SAVE_AS = ""

# Lists of terms are the work of a plug-in of ours: Pelican knows tags alone.
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["terms"]
DIRECT_TEMPLATES = ["index", "404", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"list": None}
DEFAULT_PAGINATION = int(os.environ["BENCH_ITEMS"])

MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.smarty": {}},
    "output_format": "html5",
}

# Bodies are remembered between builds.
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CACHE_PATH = "cache"
CONTENT_CACHING_LAYER = "generator"
CHECK_MODIFIED_METHOD = "mtime"
