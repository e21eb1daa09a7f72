#!/usr/bin/env python3
"""Times `surety catalog import` on an OSCAL catalog of 2 MB as XML and as JSON, beside compliance-trestle on the JSON twin.

  Benchmarks/oscal_import.py [--runs N] [--controls N] [--no-peer]
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape, quoteattr

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from compare import ROOT, VENV, measure, row  # noqa: E402

PROSE = (
    "The organisation states who answers for the measure, reviews it at the planned interval, records what was found, "
    "and corrects what does not hold before the next interval begins. "
)
TIME = "2026-01-01T00:00:00Z"
UUID = "5b0ac4c5-7a4a-4c3e-9d3c-0c6b9a3d4e{:02x}"


def catalog(count: int) -> dict:
    def control(family: int, number: int) -> dict:
        name = f"f{family}-{number}"
        return {
            "id": name,
            "class": "control",
            "title": f"Measure {number} of family {family}",
            "params": [{"id": f"{name}_prm_1", "label": "interval"}],
            "parts": [
                {"id": f"{name}_smt", "name": "statement", "prose": PROSE * 3},
                {"id": f"{name}_gdn", "name": "guidance", "prose": PROSE * 4},
            ],
        }

    families = [[control(f, n) for n in range(count // 20)] for f in range(20)]
    groups = [{"id": f"f{f}", "class": "family", "title": f"Family {f}", "controls": c} for f, c in enumerate(families)]
    metadata = {"title": "A catalog of the usual size", "last-modified": TIME, "version": "1", "oscal-version": "1.2.3"}
    return {"catalog": {"uuid": UUID.format(1), "metadata": metadata, "groups": groups}}


def xml(document: dict) -> str:
    body = document["catalog"]
    out = [f'<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="{body["uuid"]}"><metadata>']
    out += [f"<{key}>{escape(value)}</{key}>" for key, value in body["metadata"].items()]
    out.append("</metadata>")
    for group in body["groups"]:
        out.append(f'<group id={quoteattr(group["id"])} class="family"><title>{escape(group["title"])}</title>')
        for control in group["controls"]:
            out.append(f'<control id={quoteattr(control["id"])} class="control"><title>{escape(control["title"])}</title>')
            out += [f'<param id={quoteattr(p["id"])}><label>{p["label"]}</label></param>' for p in control["params"]]
            for part in control["parts"]:
                out.append(f'<part id={quoteattr(part["id"])} name={quoteattr(part["name"])}><p>{escape(part["prose"])}</p></part>')
            out.append("</control>")
        out.append("</group>")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(out + ["</catalog>"]) + "\n"


def trestle() -> pathlib.Path | None:
    folder = VENV / "compliance-trestle"
    program = folder / "bin" / "trestle"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", "compliance-trestle"], check=False)
    return program if program.exists() else None


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--controls", type=int, default=1300)
    options.add_argument("--no-peer", action="store_true")
    given = options.parse_args()
    surety = ROOT / ".build" / "release" / "surety"
    if not surety.exists():
        sys.exit(f"{surety} is not there: run ./scripts/run first")
    work = pathlib.Path(tempfile.mkdtemp(prefix="surety-oscal-"))
    try:
        document = catalog(given.controls)
        # trestle knows its own versions of OSCAL only.
        (work / "catalog.json").write_text(json.dumps(document, indent=2))
        (work / "catalog.xml").write_text(xml(document))
        older = json.loads(json.dumps(document))
        older["catalog"]["metadata"]["oscal-version"] = "1.1.3"
        (work / "older.json").write_text(json.dumps(older, indent=2))
        print(f"{(work / 'catalog.xml').stat().st_size / 1e6:.1f} MB of XML, {(work / 'catalog.json').stat().st_size / 1e6:.1f} MB of JSON\n")
        print("| program | time | peak memory | ratio |\n| --- | ---: | ---: | ---: |")
        own = None
        for form in ("xml", "json"):
            command = [str(surety), "catalog", "import", str(work / f"catalog.{form}"), "--id", "bench-1", "--output"]
            result = measure(command + [str(work / f"{form}.yaml")], given.runs)
            own = own or (result[0] if result else None)
            print(row(f"surety, {form.upper()}", result, own), flush=True)
        program = None if given.no_peer else trestle()
        if program:
            space = work / "space"
            space.mkdir()
            subprocess.run([program, "init"], cwd=space, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            command = ["sh", "-c", f"cd {space} && rm -rf catalogs/bench && {program} import -f {work / 'older.json'} -o bench"]
            print(row("compliance-trestle, JSON", measure(command, min(given.runs, 3)), own), flush=True)
            print(f"\ntrestle wrote {len(list((space / 'catalogs').rglob('*.json')))} catalog")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
