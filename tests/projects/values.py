"""What options, values of ``conf.py`` and words may be."""

from __future__ import annotations

WORDS = (
    'barge canal reed oar lock mist ferry quay rope heron na\u00efve caf\u00e9 tide buoy'.split()
)
#: What literal words may hold beside words.
SALT = (
    '*stars* `ticks` |bars| under_ <b> &amp; \\input{z} { } $5 100% # ~ ^ “quoted” it’s [laughs] '
    '[inaudible] https://example.org/a_b.html {{x}} :ref:`y` .. -- … ß 漢字 \u202b </script> "'
).split()
#: Body elements of an inline answer.
EXTRAS = (
    '.. code-block:: python\n   :caption: Code {word}\n\n   print("{word2}")',
    '- One {word},\n- or two {word2}.',
    '.. figure:: /dot.png\n   :alt: A dot\n\n   Caption {word}',
    '.. math::\n   :label: {label}\n\n   a = b',
    '.. note::\n\n   Noted {word}.',
    '=====  =====\n{cell}  x\n=====  =====',
    'A *slanted {word}*, **heavy {word2}**, ``code``, H\\ :sub:`2`\\ O.',
    '.. image:: /dot.png',
    '| line {word}\n| line {word2}',
    '.. index:: single: {label}',
    '.. interview::\n   :name: {label}\n   :interviewer: Ada\n   :interviewee: Bo\n\n   Ada: Is it {word}?\n\n   Bo: {word2}.',
    '.. code-block::\n   :name: {label}\n\n   plain',
    'Noted [#]_ thus.\n\n.. [#] A note, {word}.',
)
TITLES = ('', '', 'Of *boats* & more', 'Tides “here”', 'L’été {{x}} 100% _', 'C:\\\\x #1 ~', '潮')
#: Options of an interview.
OPTIONS = {
    'numbered': ('', 'no', 'yes'),
    'timestamps': ('', 'no'),
    'contents': ('questions', 'topics', 'none'),
    'collapsible': ('open', 'closed'),
    'head': ('byline, date', 'none'),
    'duration': ('1:02:03', 'an {x} hour'),
    'how-to-cite': ('', 'no'),
    'class': ('wide', 'a b'),
    'date': ('2020-04-01/2020-05', '1974~', '197X', 'Spring 2020', '2024-13-45', 'spring {x}'),
    'published': ('2021-05-02', 'May 2021'),
    'source': ('https://example.org/a?b={c}&d="e"',),
    'doi': ('10.1000/182', 'https://doi.org/10.1000/x{y}'),
    'container': ('The & Review', 'L{ist', 'a \\ b "c" </script>'),
    'publisher': ('Us & Co', '}'),
    'place': ('Zürich',),
    'medium': ('audio', 'letter'),
    'archive': ('Box no. 3_a',),
    'summary': ('What {x} _said_ & </script>',),
    'collection': ('Boats; %s',),
    'access': ('By *appointment*',),
    'coordinates': ('47.37, 8.54',),
    'rights': ('© Us https://rightsstatements.org/vocab/InC/1.0/', 'https://example.org/r?a=1&b'),
    'language': ('en', 'de', 'ar'),
    'license': ('CC-BY-4.0',),
    'tags': ('boats, tides', 'boats'),
    'recording': (
        '/tone.ogg',
        'https://example.org/t.mp3',
        '/tone.ogg; https://e.org/v.mp4',
    ),
}
#: Options of a table of contents.
LISTING = {
    'numbered': ('', '1'),
    'maxdepth': ('1', '2'),
    'caption': ('Pages & co',),
    'titlesonly': ('',),
    'hidden': ('',),
    'includehidden': ('',),
    'reversed': ('',),
}
#: Sphinx's own values, as Python's text.
SPHINX = {
    'language': ("'de'", "'fr'", "'ja'", "'ar'", "'ru'"),
    'nitpicky': ('True',),
    'numfig': ('True',),
    'smartquotes': ('False',),
    'html_permalinks': ('False',),
    'html_baseurl': ("'https://example.org/docs'",),
    'latex_engine': ("'xelatex'", "'lualatex'"),
    'latex_show_urls': ("'footnote'", "'inline'"),
    'text_add_secnumbers': ('False',),
    'html_domain_indices': ('False',),
    'html_split_index': ('True',),
    'epub_show_urls': ("'footnote'", "'no'"),
    'project': (repr('A & B {x} "c"'), "'Été'"),
    'rst_epilog': ("'.. |x| replace:: y'",),
    'highlight_language': ("'none'",),
    'toc_object_entries': ('False',),
    'default_role': ("'any'", "'interview:ref'"),
    'gettext_additional_targets': ("['index', 'literal-block']",),
    'html_secnumber_suffix': ("' '",),
    'html_show_sourcelink': ('False',),
    'html_use_index': ('False',),
    'keep_warnings': ('True',),
    'latex_domain_indices': ('True', "['interview-index']"),
    'latex_toplevel_sectioning': ("'part'", "'section'"),
    'epub_tocdepth': ('1',),
    'epub_tocdup': ('False',),
    'epub_tocscope': ("'includehidden'",),
    'man_make_section_directory': ('True',),
    'nitpick_ignore': ("[('interview:ref', 'x')]",),
    'numfig_secnum_depth': ('2',),
    'today': ("'Today'",),
}
#: Heads of texts, with the warnings that they may give.
HEADS = {
    'Date: 2020-04-01\nContainer: The & {Review\n': '',
    'title: A title\ntags: boats, tides\n': '',
    '---\ndate: 2020-04-01\nplace: Zürich\n---\n': '',
    '---\ndate: 2020-02-30\n---\n': '',
    '---\nplace: !!int abc\n---\n': 'interview.metadata_invalid',
    '---\nplace: [[[{\n---\n': 'interview.metadata_invalid',
    '---\nnumbered: maybe\n---\n': 'interview.directive',
}
#: Values for ``interview_*`` that are no such values.
WRONG = (
    'None', '0', '1.5', "'x'", '[]', "['x']", '{}', "{'x': 1}", "{'x': {}}", 'True', '()', "b'x'",
    '[None]', '[[]]', '{1: 2}', "'a:b'", "['gone.json']",
)  # fmt: skip
RIGHT = {
    'interview_class': ("['wide']", '[]'),
    'interview_speakers': ("{'Grace Keeper': {'family': 'Keeper', 'url': 'https://e.org/{'}}",),
    'interview_questions': ("'auto'",),
}
