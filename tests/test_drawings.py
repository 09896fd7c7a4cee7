"""Timelines and maps: every interview is a link in them, where it belongs, and in the list below."""

from __future__ import annotations

import pytest
from test_browsing import interview

from sphinxext.interview.citing.dates import parse_date, span
from sphinxext.interview.domain.drawing.map import draw_map
from sphinxext.interview.domain.drawing.timeline import timeline
from sphinxext.interview.domain.grouping.places import placed
from sphinxext.interview.domain.records import Interview


def page(form: str) -> str:
    return f'All\n===\n\n.. interview:list::\n   :as: {form}\n'


def project(form: str, **interviews: dict[str, str]) -> dict[str, str]:
    toctree = 'Index\n=====\n\n.. toctree::\n   :glob:\n\n   *\n'
    rest = {f'{name}.rst': interview(name, **given) for name, given in interviews.items()}
    return {'index.rst': toctree, 'all.rst': page(form)} | rest


def marks(built, name: str = 'all') -> dict[str, str]:
    links = built.page(name).xpath('//*[contains(@class, "interview-drawing")]//a')
    return {link.get('aria-label'): link.get('href') for link in links}


def told(date: str = '', coordinates: str = '', place: str = '', title: str = 'Talk'):
    metadata = {'date': date, 'coordinates': coordinates, 'place': place}
    return Interview(title, title, 'talk', '', (), (), (), tuple(metadata.items()))


@pytest.mark.parametrize(
    ('date', 'start', 'end'),
    [
        ('1974', 1974, 1975),
        ('1974~', 1974, 1975),
        ('1974/1976', 1974, 1977),
        ('197X', 1970, 1980),
        ('19XX', 1900, 2000),
        ('2023-01', 2023, 2023 + 1 / 12),
        ('2023-01-01', 2023, 2023 + 1 / 12 / 31),
        ('2024-12-31', 2025 - 1 / 12 / 31, 2025),
        ('2023-22', 2023 + 5 / 12, 2023 + 8 / 12),
        ('2023-24', 2023 + 11 / 12, 2024 + 2 / 12),
        ('1974/..', 1974, float('inf')),
        ('../1974', float('-inf'), 1975),
    ],
)
def test_a_date_spans_what_it_may_mean(date, start, end):
    assert span(parse_date(date)) == pytest.approx((start, end))


def test_a_timeline_links_each_interview_that_has_a_date_and_lists_all(build):
    files = project('timeline', lamps={'date': '1974~'}, boats={'date': '1981-05-01/1985'}, nets={})
    built = build(files)
    assert marks(built) == {
        'lamps, ca. 1974': 'lamps.html#lamps',
        'boats, May 1, 1981 – 1985': 'boats.html#boats',
    }
    listed = built.page('all').xpath('//ul[contains(@class, "interview-list")]//a')
    assert [link.text_content() for link in listed] == ['lamps', 'boats', 'nets']


def test_marks_stand_in_the_order_of_time_within_the_drawing():
    dates = ['1974', '1980-05', '2001-03-04', '2020/..']
    drawing = timeline([told(date, title=date) for date in dates], 'en')
    starts = [float(mark.shape.partition('cx="')[2].partition('%')[0]) for mark in drawing.marks]
    assert starts == sorted(starts)
    assert 0 < starts[0] < starts[-1] < 100


def test_marks_of_one_time_do_not_cover_each_other():
    drawing = timeline([told('1974-05-01', title=f'{n}') for n in range(9)], 'en')
    heights = {mark.shape.partition('cy="')[2].partition('"')[0] for mark in drawing.marks}
    assert len(heights) == 9


def test_a_thousand_interviews_are_drawn_in_a_height_that_people_scroll():
    many = [told(f'{1950 + n % 70}-{n % 12 + 1:02}', title=f'{n}') for n in range(1000)]
    drawing = timeline(sorted(many, key=lambda one: parse_date(one.metadata[0][1]).order), 'en')
    assert len(drawing.marks) == 1000
    assert drawing.height < 900


@pytest.mark.parametrize(
    ('dates', 'first', 'last'),
    [
        (['1974', '2020'], '1970', '2030'),
        (['2024-03-01', '2024-05-20'], 'March 2024', 'June 2024'),
        (['0987', '2020'], '500', '2500'),
        (['2024-03-01'], 'March 2024', 'April 2024'),
    ],
)
def test_the_axis_names_round_times_around_all_marks(dates, first, last):
    ground = timeline([told(date) for date in dates], 'en').ground
    texts = [part.partition('<')[0] for part in ground.split('>') if '</text' in part]
    assert (texts[0], texts[-1]) == (first, last)
    assert len(texts) <= 7


def test_a_map_has_a_mark_for_each_place_and_a_list_below(build):
    files = project(
        'map',
        lamps={'place': 'Cape Grey', 'coordinates': '59.9, 10.7'},
        boats={'place': 'Cape Grey'},
        nets={'place': 'Old Quay', 'coordinates': '60.4, 5.3'},
        tides={'place': 'Nowhere'},
        fish={},
    )
    built = build(files)
    assert marks(built) == {
        'Cape Grey: 2 interviews': '#map.all.0.1',
        'Old Quay: nets': 'nets.html#nets',
    }
    places = built.page('all').xpath('//ul[contains(@class, "interview-places")]/li')
    assert [place.xpath('string(p)') for place in places] == [
        'Cape Grey',
        'Nowhere',
        'Old Quay',
        'Place unknown',
    ]
    assert places[0].get('id') == 'map.all.0.1'
    assert [link.text_content() for link in places[0].xpath('.//a')] == ['boats', 'lamps']


def position(mark) -> tuple[float, float]:
    x, y = (mark.shape.partition(f'{axis}="')[2].partition('%')[0] for axis in ('cx', 'cy'))
    return float(x), float(y)


@pytest.mark.parametrize(
    ('points', 'order'),
    [
        (['59.9, 10.7', '60.4, 5.3'], [1, 0]),
        (['-17.8, 177.4', '-13.8, -171.8', '-18, 178.5'], [0, 2, 1]),  # across 180°
        (['10, -178', '10, 5'], [1, 0]),
        (['0, 0', '0, 0.0001'], [0]),
    ],
)
def test_places_stand_from_west_to_east_inside_the_map(points, order):
    places = placed(told('', point, point, title=point) for point in points)
    drawing = draw_map(places, lambda place: ('talk', place.name))
    found = sorted((position(mark), mark.anchor) for mark in drawing.marks)
    assert [points.index(anchor) for _, anchor in found] == order
    assert all(0 < part < 100 for where, _ in found for part in where)


def test_a_map_runs_from_north_to_south():
    places = placed([told('', '60, 5', 'a', 'a'), told('', '58, 5', 'b', 'b')])
    north, south = draw_map(places, lambda place: ('talk', place.name)).marks
    assert position(north)[1] < position(south)[1]


@pytest.mark.parametrize(
    'points', [['90, 0'], ['-90, 0', '90, 180'], ['0, -180', '0, 180', '0, 0']]
)
def test_a_map_of_the_ends_of_the_earth_is_drawn(points):
    places = placed(told('', point, point, title=point) for point in points)
    assert draw_map(places, lambda _: ('talk', '')).marks


def test_labels_cover_no_mark_and_no_other_label():
    names = ['A very long name of a place', 'Another very long name of a place']
    places = placed(
        [told('', '60, 5', names[0]), told('', '60, 5.4', names[1]), told('', '62, 9', 'C')]
    )
    shapes = [mark.shape for mark in draw_map(places, lambda _: ('talk', '')).marks]
    assert 'text-anchor="start"' not in shapes[0]
    assert 'text-anchor="start"' in shapes[1]


@pytest.mark.parametrize('form', ['timeline', 'map'])
@pytest.mark.parametrize('builder', ['epub', 'text', 'latex', 'man', 'texinfo', 'xml', 'gettext'])
def test_a_format_without_drawings_has_the_list(build, form, builder):
    files = project(form, lamps={'date': '1974', 'place': 'Cape', 'coordinates': '1, 2'})
    built = build(files, builder)
    assert not [path for path in built.app.outdir.rglob('*.xhtml') if '<svg' in path.read_text()]


@pytest.mark.parametrize('form', ['timeline', 'map'])
@pytest.mark.parametrize('builder', ['html', 'dirhtml', 'singlehtml'])
def test_a_drawing_without_anything_to_draw_is_a_list(build, form, builder):
    built = build(project(form, lamps={}), builder)
    assert '<svg class="interview' not in ''.join(
        path.read_text() for path in built.app.outdir.rglob('*.html')
    )
    build({'lamps.rst': None}, builder)


@pytest.mark.parametrize('form', ['timeline', 'map'])
def test_a_drawing_asks_for_nothing_outside_the_page(build, form):
    files = project(form, lamps={'date': '1974', 'place': 'Cape', 'coordinates': '1, 2'})
    (drawing,) = build(files).page('all').find_class('interview-drawing')
    assert not drawing.xpath('.//*[@src or @style or contains(@href, "//")] | .//script | .//image')


@pytest.mark.parametrize('form', ['timeline', 'map'])
def test_a_drawing_has_no_facets(build, form):
    files = project(form, lamps={}) | {'all.rst': page(form) + '   :facets: tag\n'}
    built = build(files, warns=True)
    assert (
        f'all.rst:4: WARNING: a {form} has no :facets: and no :sorts: [interview.directive]'
        in built.warnings
    )


def test_a_new_date_moves_the_mark(build):
    build(project('timeline', lamps={'date': '1974'}, boats={'date': '1990'}))
    built = build({'lamps.rst': interview('lamps', date='1999')})
    assert list(marks(built)) == ['boats, 1990', 'lamps, 1999']


def test_words_in_a_mark_are_no_markup(build):
    built = build(
        project('timeline', lamps={'date': '1974'})
        | {'lamps.rst': interview('<b> & "x"', date='1974')}
    )
    assert list(marks(built)) == ['<b> & “x”, 1974']


@pytest.mark.parametrize('form', ['timeline', 'map'])
def test_what_one_page_of_all_lacks_is_drawn_without_a_link(build, form):
    facts = {'date': '1974', 'coordinates': '47.37, 8.54'}
    files = project(form, lamps=facts, boats={'date': '1980', 'coordinates': '48, 9'})
    index = files['index.rst'].replace('   :glob:\n\n   *', '\n   all\n   boats')
    apart = {'index.rst': index, 'lamps.rst': ':orphan:\n\n' + files['lamps.rst']}
    built = build(files | apart, 'singlehtml')
    (link,) = marks(built, 'index').values()
    assert link.endswith('#boats')
    (mark,) = built.page('index').xpath('//*[local-name() = "g"][@role = "img"]')
    assert 'lamps' in mark.get('aria-label')
