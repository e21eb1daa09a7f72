#!/usr/bin/env python3
"""What readers and schemas of others say of reports: `readers.py SCHEMAS FOLDER…` prints a table in Markdown.

SCHEMAS is a folder with the official schemas: `oscal/oscal_complete_schema.json` and `.xsd`,
`ocsf/compliance_finding-VERSION.schema.json`, `sarif/`, `hdf/`, `defectdojo/`, `github-sarif/`, `junit/`,
`ciso-assistant/`. Each FOLDER holds what `surety assess --format all` wrote. From PyPI: jsonschema, jsonschema-rs, lxml,
cyclonedx-python-lib[validation], compliance-trestle, openpyxl, junitparser, sarif-tools, py-ocsf-models, PyYAML; from Debian:
xmllint, oscap. A reader that is missing has no row. Exits with 1 when one refuses a file.
"""
import csv
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys

rows = {}


def note(reader, path, problem):
    accepted, refused = rows.setdefault(reader, ([], []))
    (refused if problem else accepted).append((path, problem))


def guarded(reader, path, read):
    try:
        note(reader, path, read(path) or "")
    except Exception as error:  # a reader of others raises what it likes; whatever it is, it refuses
        note(reader, path, f"{type(error).__name__}: {error}".splitlines()[0][:300])


def has(*modules):
    return all(importlib.util.find_spec(name.split(".")[0]) for name in modules)


def by_command(*command):
    def read(path):
        done = subprocess.run([*command, str(path)], capture_output=True, text=True)
        return "" if done.returncode == 0 else (done.stderr or done.stdout).strip().splitlines()[0][:300]
    return read


def json_schemas(schemas):
    import jsonschema
    import jsonschema_rs

    def compiled(name):
        path = schemas / name
        if not path.exists():
            return None
        schema = json.loads(path.read_text())
        try:
            return jsonschema_rs.validator_for(schema)
        except ValueError:  # a reference that leads nowhere, which the slower one follows only when it has to
            return jsonschema.validators.validator_for(schema)(schema)

    def documents(path):
        if path.suffix == ".yaml":
            import yaml
            return yaml.safe_load_all(path.read_text())
        return map(json.loads, path.read_text().splitlines() if path.suffix == ".jsonl" else [path.read_text()])

    def held(validator):
        def read(path):
            return next((error.message[:300] for document in documents(path) for error in validator.iter_errors(document)), "")
        return read

    table = [("oscal/oscal_complete_schema.json", "oscal/*.json"), ("sarif/sarif-schema-2.1.0.json", "*.sarif"),
             ("github-sarif/code-scanning-subset.schema.json", "surety-github.sarif"), ("hdf/exec-json.json", "hdf.json"),
             ("defectdojo/generic-findings.schema.json", "defectdojo.json"),
             ("ciso-assistant/library.schema.json", "ciso-assistant/libraries/*.yaml"),
             ("ocsf/compliance_finding-1.7.0.schema.json", "*-findings.ocsf.jsonl")]
    return [(f"JSON Schema {pathlib.Path(name).stem}", pattern, held(validator))
            for name, pattern in table if (validator := compiled(name))]


def xml_schemas(schemas):
    if not shutil.which("xmllint"):
        return []
    table = [("oscal/oscal_complete_schema.xsd", "oscal/*.xml"), ("junit/jenkins-junit-10.xsd", "junit.xml")]
    return [(f"xmllint {pathlib.Path(name).stem}", pattern, by_command("xmllint", "--noout", "--nonet", "--schema", str(schemas / name)))
            for name, pattern in table if (schemas / name).exists()]


def cyclonedx():
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
    from cyclonedx.validation.xml import XmlValidator

    def held(kind):
        def read(path):
            text = path.read_text()
            version = SchemaVersion.V1_7 if "1.7" in text[:400] else SchemaVersion.V1_6
            return str(kind(version).validate_str(text) or "")[:300]
        return read
    return [("cyclonedx-python-lib, JSON", "attestations.cdx.json", held(JsonStrictValidator)),
            ("cyclonedx-python-lib, XML", "attestations.cdx.xml", held(XmlValidator))]


def trestle():
    from trestle.oscal import assessment_plan, assessment_results, catalog, component, mapping, poam, profile
    models = {"assessment-plan": assessment_plan.Model, "assessment-results": assessment_results.Model, "catalog": catalog.Model,
              "component-definition": component.Model, "mapping-collection": mapping.Model,
              "plan-of-action-and-milestones": poam.Model, "profile": profile.Model}

    def read(path):
        text = path.read_text()
        name = next(iter(json.loads(text)))
        models[name].model_validate_json(text)
    return [("trestle's models", "oscal/*.json", read)]


def tables():
    def cells(path):
        with open(path, newline="", encoding="utf-8") as file:
            lines = list(csv.reader(file, strict=True))
        if len({len(line) for line in lines}) > 1:
            return "rows of different length"
        return next((f"a cell begins like a formula: {cell}" for line in lines for cell in line if cell[:1] in ("=", "@", "\t")), "")

    def sheets(path):
        import openpyxl
        book = openpyxl.load_workbook(path)
        cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
        return "no cell" if not cells else next((f"formula in {cell.coordinate}" for cell in cells if cell.data_type == "f"), "")
    found = [("Python's csv", "**/*.csv", cells)]
    return found + ([("openpyxl", "**/*.xlsx", sheets)] if has("openpyxl") else [])


def others():
    found = []
    if has("junitparser"):
        from junitparser import JUnitXml
        found.append(("junitparser", "junit.xml", lambda path: "" if len(list(JUnitXml.fromfile(str(path)))) else "no suite"))
    if has("sarif"):
        from sarif import loader
        found.append(("sarif-tools", "*.sarif", lambda path: loader.load_sarif_file(str(path)).get_records() and None))
    if has("py_ocsf_models"):
        from py_ocsf_models.events.findings.compliance_finding import ComplianceFinding
        found.append(("py-ocsf-models", "compliance-findings.ocsf.jsonl",
                      lambda path: [ComplianceFinding.model_validate_json(line) for line in path.read_text().splitlines()] and None))
    if has("yaml"):
        import yaml
        found.append(("PyYAML", "**/*.yaml", lambda path: list(yaml.safe_load_all(path.read_text())) and None))
    if shutil.which("oscap"):
        found.append(("oscap xccdf validate", "xccdf-results.xml", by_command("oscap", "xccdf", "validate")))
    return found


def main(schemas, folders):
    readers = xml_schemas(schemas) + tables() + others()
    readers += json_schemas(schemas) if has("jsonschema_rs") else []
    readers += cyclonedx() if has("cyclonedx") else []
    readers += trestle() if has("trestle") else []
    for folder in folders:
        for reader, pattern, read in readers:
            for path in sorted(folder.glob(pattern)):
                guarded(reader, path, read)
    print("| reader | accepts | refuses |\n|---|---|---|")
    for reader, (accepted, refused) in sorted(rows.items()):
        print(f"| {reader} | {len(accepted)} | {len(refused)} |")
    for reader, (_, refused) in sorted(rows.items()):
        for path, problem in refused:
            print(f"{reader}: {path}: {problem}", file=sys.stderr)
    return 1 if any(refused for _, refused in rows.values()) or not rows else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]))
