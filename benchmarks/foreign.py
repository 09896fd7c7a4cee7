"""Documentation of others, built with the extension and without: what readers get is the same.

``python benchmarks/foreign.py``, or with names of distributions whose source has documentation.
Nothing of them is kept. Ends with 1 where a page, a ``.tex`` or an inventory differs.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tarfile
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory

DISTRIBUTIONS = ('sphinx', 'sphinxcontrib-bibtex', 'babel')
BUILDERS = ('html', 'latex')
#: Each is built so often, with and without in turns.
ROUNDS = 3
#: What must be the same, byte for byte. Other files tell which extensions there are.
SAME = ('*.html', '*.tex', 'objects.inv')
#: At the end of their ``conf.py``: nothing is fetched, and ours comes last.
ADDED = 'intersphinx_mapping = {{}}\nextensions = [*extensions, *{extensions!r}]\n'


def fetch(distribution: str, folder: Path) -> Path:
    """Return the folder of the documentation in a distribution's source."""
    command = ['pip', 'download', '--quiet', '--no-deps', '--no-binary', ':all:']
    run([sys.executable, '-m', *command, '--dest', folder, distribution])
    (archive,) = folder.glob('*.tar.gz')
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter='data')
    return min(folder.glob('*/doc*/**/conf.py'), key=lambda path: len(path.parts)).parent


def run(command: list[object]) -> float:
    """Run a program and return the seconds of CPU time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {'SOURCE_DATE_EPOCH': '1700000000', 'PYTHONHASHSEED': '0'}
    subprocess.run(list(map(str, command)), check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def build(docs: Path, own_conf: str, builder: str, extensions: list[str]) -> tuple[Path, float]:
    """Build with these extensions also; return the folder of the output and the CPU time."""
    (docs / 'conf.py').write_text(own_conf + '\n' + ADDED.format(extensions=extensions), 'utf-8')
    out = docs.parent / f'built-{builder}-{len(extensions)}'
    command = ['-m', 'sphinx', '-E', '-a', '-Q', '-b', builder, '-d', out / '.doctrees', docs, out]
    return out, run([sys.executable, *command])


def contents(out: Path) -> dict[str, bytes]:
    """Return what must be the same, by path."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for pattern in SAME
        for path in out.rglob(pattern)
    }


def compare(distribution: str, folder: Path) -> bool:
    """Build both ways, say what differs and how long it took, and return whether all is the same."""
    docs = fetch(distribution, folder)
    own_conf = (docs / 'conf.py').read_text('utf-8')
    different: list[str] = []
    for builder in BUILDERS:
        rounds = [
            [build(docs, own_conf, builder, some) for some in ([], ['sphinxext.interview'])]
            for _ in range(ROUNDS)
        ]
        # The smallest time of each, for whatever else a machine does only adds to it
        (without, seconds), (with_ours, longer) = (
            min(built, key=itemgetter(1)) for built in zip(*rounds, strict=True)
        )
        one, other = contents(without), contents(with_ours)
        different += [name for name in {*one, *other} if one.get(name) != other.get(name)]
        print(
            f'{distribution} {builder}: {len(one)} files, {seconds:.1f} s of CPU time without, '
            f'{longer:.1f} s with ({longer / seconds - 1:+.1%})'
        )
    for name in sorted(different):
        print(f'{distribution}: {name} differs')
    return not different


def main(distributions: list[str]) -> int:
    """Compare the documentation of *distributions*, and return the exit code."""
    found = []
    for distribution in distributions or DISTRIBUTIONS:
        with TemporaryDirectory() as folder:
            found.append(compare(distribution, Path(folder)))
    return 0 if all(found) else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
