"""Every ``interview_*`` value of ``conf.py``, and what an interview makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from .messages import __, warn
from .transcript.model import Questions

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


class Value(NamedTuple):
    """One configuration value; its directive option has the same name without prefix."""

    name: str
    default: Any
    #: The allowed values; of a list, those of its items. Empty: all are.
    choices: tuple[Any, ...]
    help: str
    #: What a change asks for: to read all pages again, or only to write the HTML ones.
    rebuild: Literal['env', 'html'] = 'env'


#: Defaults of an interview's own options.
APPEARANCE = (
    Value(
        'interview_questions',
        'auto',
        get_args(Questions),
        'How texts show what is asked; `auto` looks at each.',
    ),
    Value('interview_class', [], (), 'Classes for every interview, beside `interview`.'),
    Value('interview_numbered', False, (True, False), 'Number the exchanges.'),
    Value('interview_timestamps', True, (True, False), 'Show the times that a transcript has.'),
    Value(
        'interview_contents',
        'questions',
        ('questions', 'topics', 'none'),
        'What the page contents and the PDF bookmarks list.',
    ),
    Value(
        'interview_preamble',
        'show',
        ('show', 'hide'),
        'Whether the text before the first turn is shown.',
    ),
    Value(
        'interview_collapsible',
        '',
        ('', 'open', 'closed'),
        'Whether HTML readers can fold an interview away, and how it starts.',
    ),
    Value(
        'interview_how_to_cite',
        False,
        (True, False),
        'Whether a reference to the interview stands below it.',
    ),
)
CITING = (
    Value(
        'interview_speakers',
        {},
        (),
        'What is known of speakers, by full name: `family`, `given`, `particle`, `suffix`, `group`.',
    ),
    Value(
        'interview_citation_style',
        'apa',
        ('apa', 'chicago-author-date', 'chicago-notes', 'mla', 'ieee'),
        'How citations and references are written; or the path of a CSL style, which needs the extra `csl`.',
    ),
    Value(
        'interview_citation_locator',
        'question',
        ('question', 'time', 'paragraph', 'none'),
        'What a citation says of the place in the interview.',
    ),
    Value(
        'interview_bibliography',
        [],
        (),
        'CSL-JSON files with what else can be cited, such as the interviews of other projects.',
    ),
    Value(
        'interview_projects',
        {},
        (),
        'Other projects whose answers are quoted: by name, where each is, or (where it is, where its `interviews.inv` is), '
        'or `None` for a project of `intersphinx_mapping`.',
    ),
    Value(
        'interview_cited_in',
        True,
        (True, False),
        'Whether below an answer stands where the project quotes or cites it.',
    ),
    Value(
        'interview_citation_formatter',
        '',
        (),
        'A style of your own, as `module:object` with the methods of `citing.styles.Style`.',
    ),
)
LISTING = (
    Value(
        'interview_genindex',
        [],
        ('interviews', 'speakers', 'questions'),
        'What the general index lists too.',
    ),
)
#: What is written for machines.
MACHINES = (
    Value(
        'interview_exports',
        ['bibtex', 'biblatex', 'ris', 'csl-json'],
        ('bibtex', 'biblatex', 'ris', 'csl-json'),
        'The files for reference managers that HTML builders write and pages link to.',
        'html',
    ),
    Value(
        'interview_metadata',
        ['json-ld', 'dublin-core', 'opengraph'],
        ('json-ld', 'dublin-core', 'opengraph'),
        'What the pages of interviews say of them in their heads.',
        'html',
    ),
    Value(
        'interview_script',
        ['player', 'tools', 'menu', 'keys'],
        ('player', 'tools', 'menu', 'keys'),
        'What the script of HTML pages may do; with an empty list pages have no script.',
        'html',
    ),
    Value(
        'interview_inventory',
        False,
        (True, False),
        'Publish the answers in `interviews.inv`, so that other projects can quote them and have the words checked.',
        'html',
    ),
)
PERMALINKS = (
    Value(
        'interview_permalinks',
        '',
        (),
        'The JSON file of published addresses, which keeps them alive.',
    ),
)
VALUES = APPEARANCE + LISTING + CITING + MACHINES + PERMALINKS


@dataclass(frozen=True, slots=True)
class Appearance:
    """How one interview is shown: its options, else the project's values."""

    classes: tuple[str, ...]
    numbered: bool
    timestamps: bool
    contents: str
    preamble: str
    collapsible: str
    how_to_cite: bool


def appearance(config: Config, options: dict[str, Any]) -> Appearance:
    """Combine a directive's *options* with the project's defaults."""

    def pick(option: str) -> Any:
        return options.get(option.replace('_', '-'), config[f'interview_{option}'])

    return Appearance(
        classes=(*config.interview_class, *options.get('class', ())),
        numbered=pick('numbered'),
        timestamps=pick('timestamps'),
        contents=pick('contents'),
        preamble=pick('preamble'),
        collapsible=pick('collapsible'),
        how_to_cite=pick('how_to_cite'),
    )


def check_values(app: Sphinx, config: Config) -> None:
    """Replace a value that isn't allowed by its default, with a warning.

    Before Sphinx compares types, which would be another warning.
    """
    for value in VALUES:
        problem = _problem(value, config[value.name])
        if problem:
            warn('config', '%s', problem)
            config[value.name] = value.default


def _problem(value: Value, given: Any) -> str:
    """Return what is wrong with what `conf.py` says; empty if nothing is."""
    if isinstance(value.default, dict):
        return _DICTIONARIES[value.name](value.name, given)
    if isinstance(value.default, list):
        if not isinstance(given, list | tuple):
            return __('%s is %r, but must be a list') % (value.name, given)
        wrong = [item for item in given if not isinstance(item, str)]
        if wrong:
            return __('%s has %r, but must be a list of strings') % (value.name, wrong[0])
    elif not value.choices and not isinstance(given, str):
        return __('%s is %r, but must be a string') % (value.name, given)
    items = given if isinstance(value.default, list) else [given]
    # A file of a style is looked for where the styles are
    is_file = value.name == 'interview_citation_style' and str(given).endswith('.csl')
    if value.choices and not is_file and not all(item in value.choices for item in items):
        allowed = ', '.join(map(repr, value.choices))
        return __('%s is %r, but must be one of %s') % (value.name, given, allowed)
    return ''


def _problem_of_details(name: str, given: Any) -> str:
    if not isinstance(given, dict):
        return __('%s is %r, but must be a dictionary') % (name, given)
    for speaker, details in given.items():
        if not isinstance(speaker, str):
            return __('%s has %r, but must have full names') % (name, speaker)
        if not isinstance(details, dict):
            return __('%s[%r] is %r, but must be a dictionary') % (name, speaker, details)
        for key, detail in details.items():
            if not isinstance(key, str) or not isinstance(detail, bool if key == 'group' else str):
                text = __('%s[%r] has %r: %r, but must have strings, and a truth value for “group”')
                return text % (name, speaker, key, detail)
    return ''


def _problem_of_projects(name: str, given: Any) -> str:
    if not isinstance(given, dict):
        return __('%s is %r, but must be a dictionary') % (name, given)
    for project, where in given.items():
        parts = where if isinstance(where, tuple | list) and len(where) == 2 else [where]
        is_place = parts[0] is None or (isinstance(parts[0], str) and parts[0])
        if not isinstance(project, str) or not is_place or (len(parts) == 2 and not parts[0]):
            text = __('%s has %r: %r, but must have names with an address, a pair, or None')
            return text % (name, project, where)
    return ''


_DICTIONARIES = {
    'interview_speakers': _problem_of_details,
    'interview_projects': _problem_of_projects,
}


def setup(app: Sphinx) -> None:
    for value in VALUES:
        types = (list, tuple) if isinstance(value.default, list) else (type(value.default),)
        app.add_config_value(value.name, value.default, value.rebuild, types, value.help)
    app.connect('config-inited', check_values)
