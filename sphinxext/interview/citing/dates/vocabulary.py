"""Words of dates, in the languages that heads are read in; in lower case, without accents."""

from __future__ import annotations

from typing import Final

#: From January on. Russian has two forms of each.
MONTHS: Final = tuple(
    line.split()
    for line in """
    january januar janner janvier enero gennaio janeiro januari январь января
    february februar feber fevrier febrero febbraio fevereiro februari февраль февраля
    march marz mars marzo marco maart март марта
    april avril abril aprile апрель апреля
    may mai mayo maggio maio mei маи мая
    june juni juin junio giugno junho июнь июня
    july juli juillet julio luglio julho июль июля
    august aout agosto augustus август августа
    september septembre septiembre settembre setembro setiembre сентябрь сентября
    october oktober octobre octubre ottobre outubro октябрь октября
    november novembre noviembre novembro ноябрь ноября
    december dezember decembre diciembre dicembre dezembro декабрь декабря
    """.strip().splitlines()
)
#: By the numbers that EDTF gives them.
SEASONS: Final = {
    word: number
    for number, line in enumerate(
        (
            'spring fruhling fruhjahr printemps primavera lente весна весной',
            'summer sommer ete verano estate verao zomer лето летом',
            'autumn fall herbst automne otono autunno outono herfst осень осенью',
            'winter hiver invierno inverno зима зимои',
        ),
        21,
    )
    for word in line.split()
}
#: Days of the week, and words that belong to dates in some language.
IGNORED: Final = frozenset("""
    of the in de del d le el den der am im du г года
    mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miercoles jueves viernes sabado domingo
    lunedi martedi mercoledi giovedi venerdi domenica
""".split())  # fmt: skip
