#!/usr/bin/env python3
"""Which verifier sees which attack: `matrix.py SURETY EVIDENCE [PYTHON]` prints a table in Markdown.

SURETY is the program, EVIDENCE a folder with agents, waivers.yaml and statements.yaml, PYTHON an interpreter that has
securesystemslib, in-toto-attestation, signxml and compliance-trestle. A verifier that is not installed has no column entry. Exits with 1
when a verifier refuses the original, or `surety verify` accepts a changed copy. A dash stands where no file that a
verifier reads was changed.
"""
import base64
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import attacks

HERE = pathlib.Path(__file__).parent


def run(*command, cwd=None):
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True)
    return done.returncode, done.stdout


def word(accepted):
    return "accepts" if accepted else "refuses"


def sign_statements(surety, evidence, key):
    """Every statement that can be signed, and who states them."""
    people = set()
    for file in evidence.rglob("statements.yaml"):
        for person in set(re.findall(r"^ *(?:- )?by: (.+)$", file.read_text(), re.MULTILINE)):
            code, _ = run(surety, "statement", "sign", file, "--all", "--by", person, "--key", key)
            if code == 0:
                people.add(person)
    return sorted(people)


def whose(people, key):
    return [word for person in people for word in ("--statement-key", f"{person}={key}")]


def attest(surety, evidence, work, bundle, *more):
    run(surety, "attest", evidence, "--key", work / "key.pem", "--at", "2026-11-24", "--framework", "nist-ai-rmf-1.0",
        "--framework", "owasp-asi-2026", "--bundle", bundle, *more)


def by_surety(surety, work, bundle, evidence, people):
    code, text = run(surety, "verify", bundle, "--key", work / "key.pub.pem", "--evidence", evidence,
                     *whose(people, work / "claimant.pub.pem"))
    first = next((line for line in text.splitlines() if line.startswith("differs:")), "cannot be read")
    return word(code == 0), "" if code == 0 else first.removeprefix("differs: ")


def by_openssl(work, bundle):
    """The envelope by `openssl dgst`, then the manifest and every file in it by SHA-256."""
    try:
        envelope = json.loads((bundle / attacks.OWN).read_text())
        payload, kind = base64.b64decode(envelope["payload"]), envelope["payloadType"].encode()
        (work / "pae.bin").write_bytes(b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload))
        (work / "sig.bin").write_bytes(base64.b64decode(envelope["signatures"][0]["sig"]))
        code, _ = run("openssl", "dgst", "-sha256", "-verify", work / "key.pub.pem", "-signature", work / "sig.bin",
                      work / "pae.bin")
        if code:
            return word(False)
        digests = {subject["name"]: subject["digest"]["sha256"] for subject in json.loads(payload)["subject"]}
        manifest = (bundle / "manifest.json").read_bytes()
        files = {entry["path"]: entry["sha256"] for entry in json.loads(manifest)["files"]}
        return word(hashlib.sha256(manifest).hexdigest() == digests["bundle/manifest.json"] and all(
            hashlib.sha256((bundle / path).read_bytes()).hexdigest() == digest for path, digest in files.items()))
    except (OSError, KeyError, IndexError, ValueError):
        return word(False)


def by_xmlsec(work, bundle, *more):
    """Both signatures; it takes no key out of the document."""
    folder = bundle / "reports"
    for file, references in ((attacks.DETACHED, []), (attacks.SIGNED, ["--enabled-reference-uris", "empty"])):
        code, _ = run("xmlsec1", "--verify", *references, *more, "--pubkey-pem", work / "key.pub.pem",
                      pathlib.Path(file).name, cwd=folder)
        if code:
            return word(False)
    return word(True)


def by_signxml(python, work, bundle):
    words = [run(python, HERE / "xml_check.py", work / "crt.pem", bundle / file)[1].split(" ")[0].strip()
             for file in (attacks.DETACHED, attacks.SIGNED)]
    return word(words == ["accepts", "accepts"])


def by_trestle(python, work, bundle):
    """OSCAL in JSON, by compliance-trestle."""
    code, _ = run(python.with_name("trestle"), "verify", "--beta", "-f", "assessment-results.json", "--signature",
                  "assessment-results.dsse.json", "--public-key", work / "key.pub.pem", cwd=bundle / "reports")
    return word(code == 0)


def by_java(work, bundles):
    """All copies in one run: starting it takes longer than what it does."""
    files = [bundle / file for bundle in bundles for file in (attacks.DETACHED, attacks.SIGNED)]
    _, text = run("java", HERE / "XMLSignatureCheck.java", work / "key.pub.pem", *files)
    lines = set(text.splitlines())
    return {bundle: word(all(f"accepts {bundle / file}" in lines for file in (attacks.DETACHED, attacks.SIGNED)))
            for bundle in bundles}


def is_signature(path):
    return str(path).endswith((".dsig.xml", ".signed.xml", ".dsse.json"))


def unseen(original, copy, paths):
    """Whether nothing that a verifier reads was changed."""
    read = lambda folder, path: (folder / path).read_bytes() if (folder / path).exists() else None
    return all(read(original, path) == read(copy, path) for path in paths)


def main():
    surety, evidence = (pathlib.Path(part).resolve() for part in sys.argv[1:3])
    python = pathlib.Path(sys.argv[3]).absolute() if len(sys.argv) > 3 else None
    has = {tool: shutil.which(tool) is not None for tool in ("openssl", "xmlsec1", "java")}
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        run(surety, "key", "new", work / "key.pem", "--kind", "p256")
        run("openssl", "req", "-x509", "-key", work / "key.pem", "-subj", "/CN=Assessor", "-days", "2", "-out",
            work / "crt.pem")
        for name in ("claimant", "mallory"):
            run(surety, "key", "new", work / f"{name}.pem")
        given, evidence = evidence, work / evidence.name
        shutil.copytree(given, evidence)
        people = sign_statements(surety, evidence, work / "mallory.pem")
        attest(surety, evidence, work, work / "forged", *whose(people, work / "mallory.pub.pem"))
        sign_statements(surety, evidence, work / "claimant.pem")
        attest(surety, evidence, work, work / "original", *whose(people, work / "claimant.pub.pem"))
        copies = {}
        for number, (name, change) in enumerate(attacks.ALL.items()):
            copy = work / f"copy{number}"
            shutil.copytree(work / "original", copy)
            change(copy, work)
            copies[name] = copy
        java = by_java(work, copies.values()) if has["java"] else {}
        print("| attack | surety verify | OpenSSL and sha256sum | securesystemslib, in-toto-attestation "
              "| trestle verify | xmlsec1 with key-name | xmlsec1 as it comes | signxml with a certificate | JDK "
              "| what Surety says |")
        print("|---" * 10 + "|")
        failed = False
        for name, copy in copies.items():
            verdict, said = by_surety(surety, work, copy, evidence, people)
            xml = [attacks.DETACHED, attacks.SIGNED, "reports/assessment-results.xml"]
            envelope = [attacks.OWN, "manifest.json"]
            listed = [file.relative_to(work / "original") for file in (work / "original").rglob("*") if file.is_file()]
            columns = [
                (listed + [file.relative_to(copy) for file in copy.rglob("*") if file.is_file()], lambda: verdict),
                (envelope + [path for path in listed if not is_signature(path)],
                 lambda: by_openssl(work, copy) if has["openssl"] else ""),
                (envelope + [path for path in listed if path.parts[0] == "reports" and not is_signature(path)],
                 lambda: run(python, HERE / "dsse_check.py", work / "key.pub.pem", copy)[1].split(" ")[0].strip()
                 if python else ""),
                (["reports/assessment-results.json", "reports/assessment-results.dsse.json"],
                 lambda: by_trestle(python, work, copy) if python and python.with_name("trestle").exists() else ""),
                (xml, lambda: by_xmlsec(work, copy, "--enabled-key-data", "key-name") if has["xmlsec1"] else ""),
                (xml, lambda: by_xmlsec(work, copy) if has["xmlsec1"] else ""),
                (xml, lambda: by_signxml(python, work, copy) if python else ""),
                (xml, lambda: java.get(copy, "")),
            ]
            is_original = name.startswith("none")
            cells = ["–" if not is_original and unseen(work / "original", copy, paths) else check()
                     for paths, check in columns]
            failed |= "refuses" in cells if is_original else verdict != "refuses"
            print(f"| {name} | " + " | ".join(cells) + f" | {said[:110].replace('|', '/')} |", flush=True)
    sys.exit(1 if failed else 0)


main()
