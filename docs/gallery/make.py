"""Makes the pictures of the gallery: ``make gallery``.

Each shows the interview of ``showcase`` in a theme, half light and half dark where the theme has both, or in a look of
``looks``. It needs Chromium. A theme that isn't installed is left out, and its picture stays as it is.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
THEMES = ('alabaster', 'furo', 'pydata_sphinx_theme', 'sphinx_rtd_theme', 'shibuya')
#: In which the looks are shown.
PLAIN = 'alabaster'
SIZE = {'width': 1200, 'height': 1500}
#: For themes that wait for their reader to choose.
DARKEN = "document.documentElement.classList.replace('light', 'dark')"
#: One picture above the other, parted from corner to corner.
PARTED = """\
<body style="margin: 0; position: absolute"><img src="{light}" style="display: block">
<img src="{dark}" style="position: absolute; inset: 0; clip-path: polygon(62% 0, 100% 0, 100% 100%, 38% 100%)">
"""


def build(theme, folder):
    """Build the showcase in a theme, in a process of its own; return the page's address."""
    source, out = folder / 'showcase', folder / theme
    shutil.copytree(HERE / 'showcase', source, dirs_exist_ok=True)
    shutil.copy(HERE.parent / 'snippets/tones.wav', source)
    command = [sys.executable, '-m', 'sphinx', '-EqW', '-D', f'html_theme={theme}', source, out]
    subprocess.run(command, check=True)  # noqa: S603
    return (out / 'index.html').as_uri()


def shoot(browser, address, mode='light', look=''):
    """Return a picture of the page's interview, with one of its questions marked; of a look, without its head."""
    view = browser.new_page(viewport=SIZE, color_scheme=mode)
    view.route('http*://**', lambda route: route.abort())
    view.goto(f'{address}#boat.was-that-allowed')
    if mode == 'dark':
        view.evaluate(DARKEN)
    if look:
        view.add_style_tag(path=HERE / f'looks/{look}.css')
        view.evaluate(f'document.querySelector(".interview").classList.add("{look}")')
    view.evaluate('scrollTo({top: 0, behavior: "instant"})')
    view.wait_for_timeout(500)
    first = '.interview-exchange' if look else '.interview'
    box, top = (view.locator(name).first.bounding_box() for name in ('.interview', first))
    clip = {
        'x': box['x'] - 32,
        'y': top['y'] - 24,
        'width': box['width'] + 64,
        'height': 400 if look else 540,
    }
    picture = view.screenshot(clip=clip)
    view.close()
    return picture


def part(browser, *pictures):
    """Return one picture that is half this and half that."""
    light, dark = (f'data:image/png;base64,{b64encode(data).decode()}' for data in pictures)
    view = browser.new_page(viewport=SIZE)
    view.set_content(PARTED.format(light=light, dark=dark))
    picture = view.locator('body').screenshot()
    view.close()
    return picture


def main():
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        program = shutil.which('chromium')
        browser = playwright.chromium.launch(executable_path=program, args=['--no-sandbox'])
        for theme in THEMES:
            if importlib.util.find_spec(theme) is None:
                print(f'{theme} is not installed: left out')  # noqa: T201
                continue
            address = build(theme, Path(folder))
            light, dark = (shoot(browser, address, mode) for mode in ('light', 'dark'))
            picture = light if light == dark else part(browser, light, dark)
            (HERE / f'{theme}.png').write_bytes(picture)
            for style in sorted((HERE / 'looks').iterdir()) if theme == PLAIN else ():
                picture = shoot(browser, address, look=style.stem)
                (HERE / f'{style.stem}.png').write_bytes(picture)
        browser.close()


if __name__ == '__main__':
    main()
