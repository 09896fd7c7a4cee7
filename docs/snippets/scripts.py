latex_engine = 'lualatex'
latex_elements = {
    # babel, for it puts words of different directions in order
    'polyglossia': '',
    'babel': r"""
\usepackage[bidi=basic]{babel}
\babelprovide[import, onchar=ids fonts]{arabic}
\babelprovide[import, onchar=ids fonts]{hebrew}
""",
    # What FreeSerif doesn't have is taken from the next font that has it
    'fontpkg': r"""
\directlua{
  luaotfload.add_fallback("others",
    {"NotoSerifCJKsc:", "NotoNaskhArabic:mode=harf;", "NotoColorEmoji:mode=harf;"})
  luaotfload.add_fallback("latin", {"FreeSerif:"})
}
\setmainfont{FreeSerif}[RawFeature={fallback=others}]
\setsansfont{FreeSans}[RawFeature={fallback=others}]
\setmonofont{FreeMono}[RawFeature={fallback=others}]
\babelfont[arabic]{rm}[RawFeature={fallback=latin}]{Noto Naskh Arabic}
\babelfont[hebrew]{rm}[RawFeature={fallback=latin}]{Noto Serif Hebrew}
""",
    # Turns in Arabic or Hebrew start at the right
    'preamble': r'\renewcommand{\sphinxinterviewleftwards}{\selectlanguage{arabic}}',
}
