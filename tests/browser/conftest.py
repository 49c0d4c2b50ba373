"""JupyterLab and a headless Chromium for the tests of this folder.

They run where a Chromium is found: on the path, or named by BRIEFING_CHROMIUM. Without one they are left out
with that reason, except where CI is true: there a missing browser is a failure.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60_000
"""Milliseconds to wait for anything: a busy machine is slow, not broken."""

# Run All asked for before the kernel is there opens a dialog and runs nothing, so wait for Lab's own promises.
RUN = """async ([name, run]) => {
  const app = window.jupyterapp;
  await app.restored;
  let panel;
  for (let i = 0; i < 600 && !panel; i++) {
    panel = [...app.shell.widgets('main')].find((w) => w.context && w.context.path === name);
    await new Promise((done) => setTimeout(done, 100));
  }
  if (!panel) throw new Error('not open: ' + name);
  await panel.context.ready;
  await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
  if (run) await app.commands.execute('notebook:run-all-cells');
  return panel.content.widgets.filter((cell) => cell.model.type === 'code').map((cell) => {
    const { outputs, source } = cell.model.sharedModel.toJSON();
    const bad = outputs.filter((o) => o.output_type === 'error' || o.name === 'stderr');
    const shows = outputs.some((o) => o.data && 'application/vnd.jupyter.widget-view+json' in o.data);
    return { n: cell.model.executionCount, shows, trusted: cell.model.trusted, source, bad: bad.map((o) => o.traceback?.join('\\n') ?? o.text) };
  });
}"""


class Lab(NamedTuple):
    """A running JupyterLab and the folder it serves."""

    base: str
    token: str
    folder: Path

    def write(self, name: str, *cells: str) -> str:
        """Write a notebook of these code cells into the folder and return its name."""
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        # Without a kernel named in it, Lab asks which one to use.
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(notebook, self.folder / name)
        return name

    def open(self, page: Any, name: str, run: bool = True) -> list[dict[str, Any]]:
        """Open a notebook in a new workspace, run it, and return what each of its code cells came to."""
        page.set_default_timeout(PATIENCE)
        workspace = secrets.token_hex(4)  # the default one would open the notebook before this too
        page.goto(
            f"{self.base}/lab/workspaces/{workspace}/tree/{name}?token={self.token}", wait_until="domcontentloaded"
        )
        page.wait_for_function("() => window.jupyterapp && window.jupyterapp.restored")
        cells = page.evaluate(RUN, [name, run])
        assert cells, f"{name} has no code cells"
        if run:
            assert [cell for cell in cells if cell["bad"] or not cell["n"]] == [], name
        return cells


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt  # so that fixtures end the server when a test run is ended


def pytest_configure(config: pytest.Config) -> None:
    signal.signal(signal.SIGTERM, _interrupt)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def missing(reason: str) -> None:
    """Leave a test out, but not in CI."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{reason}, and CI must have it")
    pytest.skip(reason)


def find_chromium() -> str | None:
    """Return the path of the browser that BRIEFING_CHROMIUM names, or else of the first one on the path."""
    return os.environ.get("BRIEFING_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    path = find_chromium()
    if not path:
        missing("no Chromium on the path; name one with BRIEFING_CHROMIUM")
    with sync_playwright() as player:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        chromium = player.chromium.launch(executable_path=path, headless=True, args=arguments)
        yield chromium
        chromium.close()


def _copies(home: Path) -> Path:
    """Copy the notebooks, beside the seeds they read: JupyterLab writes into notebooks it runs."""
    folder = home / "work"
    for name in ("notebooks", "seeds"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return folder


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which a server finds this project, and no settings but those of the test."""
    settings = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_RUNTIME_DIR": "run",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    environment = {**os.environ, **{name: str(home / place) for name, place in settings.items()}}
    environment.pop("JUPYTER_TOKEN", None)
    paths = [str(ROOT), str(ROOT / "tests"), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return environment


@contextmanager
def _serving(
    command: list[str], folder: Path, environment: dict[str, str], log_file: Path, address: str
) -> Iterator[None]:
    """Run a server until it is no longer needed."""
    with open(log_file, "wb") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    deadline = time.monotonic() + 90
    try:
        while True:
            if server.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"{command[2]} did not start:\n" + log_file.read_text()[-3000:])
            try:
                urllib.request.urlopen(address, timeout=2).read()
                break
            except OSError:
                time.sleep(0.2)
        yield
    finally:
        _stop(server)


@pytest.fixture(scope="session")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running Voila that serves the notebooks as pages."""
    home = tmp_path_factory.mktemp("voila")
    folder, port = _copies(home), _free_port()
    server = [sys.executable, "-m", "voila", "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    command = [*server, "--MappingKernelManager.cull_idle_timeout=300", "."]
    base = f"http://127.0.0.1:{port}"
    with _serving(command, folder, _environment(home), home / "voila.log", f"{base}/"):
        yield base


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    home = tmp_path_factory.mktemp("lab")
    folder = _copies(home)
    quiet = home / "settings" / "@jupyterlab" / "apputils-extension"
    quiet.mkdir(parents=True)
    (quiet / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    port, token = _free_port(), secrets.token_hex(16)
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"),
        *("--ServerApp.port_retries=0", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"),
        *("--ServerApp.shutdown_no_activity_timeout=600", "--MappingKernelManager.cull_idle_timeout=300"),
        *("--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"),
        "--LabApp.expose_app_in_browser=True",
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]
    base = f"http://127.0.0.1:{port}"
    with _serving(command, folder, _environment(home), home / "lab.log", f"{base}/api/status?token={token}"):
        yield Lab(base, token, folder)


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)  # Jupyter ends its kernels, then itself
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(5)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    setattr(item, f"report_{report.when}", report)
    return report


def _line(message: Any) -> str:
    """A line of the console; Voila's own page asks other hosts for an icon font, and what they answer is not ours."""
    host = urllib.parse.urlsplit(message.location.get("url", "")).hostname
    return f"{message.type if host in (None, '127.0.0.1') else 'elsewhere'}: {message.text}"[:300]


@pytest.fixture
def page(browser: Any, request: pytest.FixtureRequest, pictures: Path) -> Iterator[Any]:
    """A page whose script errors fail the test, and which leaves a picture and its log when a test fails."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, accept_downloads=True)
    page = context.new_page()
    log: list[str] = []
    page.on("console", lambda message: log.append(_line(message)))
    page.on("pageerror", lambda error: log.append(f"pageerror: {error} {getattr(error, 'stack', '')}"[:2000]))
    yield page
    if getattr(getattr(request.node, "report_call", None), "failed", True):
        page.screenshot(path=pictures / f"failed-{request.node.name}.png")
        print(*log[-40:], sep="\n")
    context.close()
    assert [line for line in log if line.startswith(("pageerror", "error"))] == []


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Folder for pictures of pages; git does not keep it."""
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say at the end that a browser is missing and how to get one: a line among many dots would be overlooked."""
    left_out = [r for r in terminalreporter.stats.get("skipped", ()) if "browser" in r.keywords]
    if left_out and not find_chromium():
        terminalreporter.section("the browser tests did not run")
        terminalreporter.line(f"{len(left_out)} tests need Chromium or Chrome, and none was found.")
        terminalreporter.line(
            "Debian, Ubuntu: sudo apt install chromium - macOS: brew install --cask chromium - or name one in BRIEFING_CHROMIUM."
        )
