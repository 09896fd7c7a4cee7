"""Properties are checked without a clock: a busy machine is no failure.

``HYPOTHESIS_PROFILE=nightly`` looks at ten thousand examples of each.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile('normal', deadline=None, max_examples=200)
settings.register_profile(
    'nightly', deadline=None, max_examples=10_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get('HYPOTHESIS_PROFILE', 'normal'))
