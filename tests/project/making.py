"""Builds and installs the wheel, and runs what is installed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in an environment that tells nothing of this run."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "PYTEST"))}
    return subprocess.run(
        command, cwd=cwd, env={**clean, **environment}, capture_output=True, text=True, check=False, timeout=300
    )


def install(wheel: Path, site: Path) -> None:
    """Install a wheel into a folder, without what it depends on."""
    installed = run(
        sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile",
        "--no-cache-dir", "--target", str(site), str(wheel), cwd=site.parent, HOME=str(site.parent / "installer"),
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr
