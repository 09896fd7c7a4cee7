"""The shapes of JSON that recognisers, editors and podcast hosts write.

In the order in which they are tried: what only one shape has, before what several have.
"""

from __future__ import annotations

from .azure import AZURE
from .clouds import CLOUDS
from .editors import EDITORS
from .published import PUBLISHED
from .services import SERVICES
from .whisper import WHISPER

SHAPES = (*PUBLISHED, *CLOUDS, *AZURE, *EDITORS[:-1], *SERVICES, *WHISPER, *EDITORS[-1:])
