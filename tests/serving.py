"""A web server for what a build has made."""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import threading
from pathlib import Path


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and, as players need it, parts of files."""

    def log_message(self, *args) -> None:
        pass

    def do_GET(self) -> None:
        part = re.fullmatch(r'bytes=(\d+)-(\d*)', self.headers.get('Range', ''))
        path = Path(self.translate_path(self.path))
        if part is None or not path.is_file():
            super().do_GET()
            return
        data = path.read_bytes()
        first, last = int(part[1]), min(int(part[2] or len(data)), len(data) - 1)
        self.send_response(206)
        self.send_header('Content-Type', self.guess_type(str(path)))
        self.send_header('Content-Range', f'bytes {first}-{last}/{len(data)}')
        self.send_header('Content-Length', str(last - first + 1))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # a player takes what it needs
            self.wfile.write(data[first : last + 1])


@contextlib.contextmanager
def serve(folder):
    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f'http://127.0.0.1:{server.server_port}'
        server.shutdown()
