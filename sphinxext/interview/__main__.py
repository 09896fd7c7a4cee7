"""``python -m sphinxext.interview`` is ``sphinx-interview``."""

import sys

from .cli import main

sys.exit(main())
