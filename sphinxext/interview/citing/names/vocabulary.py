"""Words in names that are neither given nor family names, and those that begin family names.

All are compared without full stops and in lower case, unless a comment says otherwise.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: After the family name, and part of the name.
SUFFIXES: Final = _words(
    'jr sr jnr snr junior senior ii iii iv v vi 2nd 3rd 4th fils père filho neto'
)
#: The numbers of rulers: a name before them has no family name. ``X`` is a name of its own.
ROMAN: Final = _words('i ii iii iv v vi vii viii ix xi xii xiii xiv xv xvi xviii xxiii')
#: Before a name, and no part of it in references (Chicago, 18th ed., §13.75; APA, 7th ed., §9.8).
TITLES: Final = _words("""
    dr prof professor doctor doktor sir dame lord lady mr mrs ms mx miss rev reverend fra sister
    brother father mother rabbi imam sheikh judge justice senator governor ambassador captain
    president chancellor minister mayor archbishop cardinal pastor baroness countess duchess univ-prof
    colonel general sergeant lieutenant major herr frau mme mlle madame monsieur sra srta señor
    señora dott dottssa sig signora dhr mevr pan pani dipl-ing dr-ing priv-doz господин госпожа
""")
#: The same, where the full stop tells them from names.
DOTTED_TITLES: Final = _words(
    'fr sr br col gen capt cpt lt sgt maj gov sen rep hon pres amb ing mag lic arq avv pd univ'
)
#: With one name, or a number, they are that name.
RULERS: Final = _words('king queen pope prince princess emperor empress saint st tsar sultan shah')
#: After a name, with two capitals at least: ``MA`` is one, ``Ma`` a name.
DEGREES: Final = _words("""
    phd md ma ba bs bsc ms msc mba mphil mlis mls mfa mpa mph med meng beng llb llm jd dphil dds dvm
    edd psyd scd dsc dlitt rn cpa pe esq obe cbe mbe kbe dbe ch frs frse frsc mp qc kc sj op osb
    drph pharmd bfa bmus dma habil fba ffa faia aia ra
""")
#: After an East Asian name.
HONORIFICS: Final = _words('さん 様 氏 先生 教授 博士 씨 님 선생 선생님 교수 박사 先生 女士 小姐')

#: Before a family name, in lower case, even where the whole name is.
PARTICLES: Final = _words("""
    de der den von van zu zur zum vom da das dos di del dela della dei degli du des la le les lo
    ter ten te tot af av el al bin ibn bint
""")
#: A capital before a family name that belongs to it: ``Le Guin``, ``Van Dyke``.
PREFIXES: Final = _words("""
    le la les du des de del della di da dos das van von vander vom zu zur zum ter ten te
    mc mac st ste saint sainte san santa al el bin ibn abu lo
""")
#: Two words alone are one name: ``Le Corbusier``, ``El Greco``.
ARTICLES: Final = _words('le la el il lo')
#: Between two family names.
CONNECTORS: Final = _words('y i e')
#: Between two people, or in the name of a firm.
JOINERS: Final = _words('& + and und et и og och')
#: No name of a person in parts has them inside: ``Catherine the Great``, ``Joan of Arc``.
FUNCTION_WORDS: Final = _words('of the for at in')

#: First words of a group's name, with their capital.
GROUP_ARTICLES: Final = _words('The Die Los Las')
#: Behind a comma, too.
FIRMS: Final = _words('inc ltd llc llp plc corp gmbh co kg ag ev spa bv nv srl sarl pty')
GROUPS: Final = FIRMS | _words("""
    team teams group groups staff band committee council society association federation foundation
    institute institution university college school academy museum library archive archives company
    corporation cooperative project projects collective choir orchestra ensemble quartet trio
    club department ministry office agency bureau commission board centre center network lab
    labs laboratory studio studios news radio community developers contributors editors maintainers
    volunteers students authors members participants audience research service services
    organization organisation authority congress parliament government initiative alliance coalition
    consortium league guild trust fund partners brothers sisters hospital theatre theater opera
    orchester records books media magazine journal times conference workshop software systems
    technologies solutions industries international nations moderators listeners readers residents
    workers users friends faculty panel anonymous unknown
    institut universität hochschule schule verein gruppe gesellschaft stiftung verband redaktion
    bibliothek archiv ministerium équipe groupe association société fondation université
    rédaction équipo equipo grupo asociación sociedad fundación universidad redacción gruppo
    associazione società fondazione università redazione команда группа общество университет
""")
