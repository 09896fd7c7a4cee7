"""Names of people, in the parts that reference styles need."""

from .model import Name
from .parsing import parse_name

__all__ = ['Name', 'parse_name']
