#!/usr/bin/env python3
"""Times Surety beside its peers on the same inputs: whole-process wall time and peak memory.

  Benchmarks/compare.py [--runs N] [--agents N] [--corpus FOLDER] [--no-peers]

The peers come from PyPI into .venv/bench, outside the measured time. Medians over the runs; the ratio is a peer's median
over Surety's. Peers answer another question ("what is wrong in this file?"), so the ratio compares effort, not answers.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import fleet  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv" / "bench"
PEERS = {
    "agent-audit-kit": ["agent-audit-kit", "scan", "{}"],
    "attestral": ["attestral", "scan", "{}"],
    "checkov": ["checkov", "--quiet", "--compact", "--skip-download", "-d", "{}"],
    "semgrep": ["semgrep", "scan", "--metrics=off", "--quiet", "--config", str(ROOT / "Benchmarks" / "semgrep.yaml"), "{}"],
}


# Nobody is timed while looking for a newer version of itself.
ENVIRONMENT = os.environ | {"SEMGREP_ENABLE_VERSION_CHECK": "0", "SEMGREP_SEND_METRICS": "off"}


def measure(command: list[str], runs: int, limit: float = 900) -> tuple[float, float] | None:
    """Median seconds and peak megabytes of a command; None when it cannot be run or does not end in time."""
    seconds, peaks = [], []
    for _ in range(runs):
        begin = time.perf_counter()
        try:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", env=ENVIRONMENT)
        except OSError:
            return None
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.perf_counter() - begin > limit:
                process.kill()
                os.wait4(process.pid, 0)
                return None
            time.sleep(0.0005)
        seconds.append(time.perf_counter() - begin)
        peaks.append(usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1, 2):
            return None
    return statistics.median(seconds), max(peaks)


def install(names: list[str]) -> dict[str, list[str]]:
    """The commands of the peers that install; each in an environment of its own, since their needs conflict."""
    commands = {}
    for name in names:
        folder = VENV / name
        program = folder / "bin" / PEERS[name][0]
        if not program.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
            subprocess.run([folder / "bin" / "pip", "install", "--quiet", name], check=False)
        if program.exists():
            commands[name] = [str(program)] + PEERS[name][1:]
        else:
            print(f"{name}: does not install here, left out", file=sys.stderr)
    return commands


def row(name: str, result: tuple[float, float] | None, own: float | None) -> str:
    if result is None:
        return f"| {name} | does not finish | | |"
    seconds, peak = result
    ratio = f"{seconds / own:.1f}" if own else ""
    return f"| {name} | {seconds * 1000:,.0f} ms | {peak:,.0f} MB | {ratio} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--agents", type=int, default=1000)
    options.add_argument("--corpus", type=pathlib.Path, help="folder of repositories, each assessed on its own")
    options.add_argument("--no-peers", action="store_true")
    options.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "surety")
    given = options.parse_args()
    if not given.program.exists():
        sys.exit(f"{given.program} is not there: run ./scripts/run first")
    surety = str(given.program)
    peers = {} if given.no_peers else install(list(PEERS))
    work = pathlib.Path(tempfile.mkdtemp(prefix="surety-bench-"))
    try:
        fleet.generate(work / "fleet", given.agents)
        output = str(work / "output")
        print(f"# {given.runs} runs each, medians; {os.cpu_count()} cores\n")
        result = measure([surety, "--version"], max(given.runs, 11))
        print("## (a) surety --version\n\n| program | time | peak memory | ratio |\n| --- | ---: | ---: | ---: |")
        print(row("surety", result, None))
        for name, command in peers.items():
            print(row(name, measure([command[0], "--version"], given.runs), result[0]))
        inputs = [("(b) the examples", ROOT / "evidence" / "examples"), (f"(c) {given.agents} agents", work / "fleet")]
        if given.corpus:
            inputs.append(("(d) the corpus, as one folder", given.corpus))
        for title, folder in inputs:
            print(f"\n## {title}\n\n| program | time | peak memory | ratio |\n| --- | ---: | ---: | ---: |")
            runs = given.runs if "agents" not in title else min(given.runs, 3)
            own = None
            for label, more in [
                ("surety, gap analysis in Markdown", ["--format", "markdown"]),
                ("surety, register in CSV", ["--format", "csv"]),
                ("surety, all formats", []),
            ]:
                command = [surety, "assess", str(folder), "--output", output, "--quiet", "--at", "2026-11-25"] + more
                result = measure(command, runs)
                own = own or (result[0] if result else None)
                print(row(label, result, own), flush=True)
            for name, command in peers.items():
                result = measure([part.replace("{}", str(folder)) for part in command], min(runs, 2))
                print(row(name, result, own), flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
