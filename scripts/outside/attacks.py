"""What is done to a copy of an evidence bundle; each function changes the folder that it is given."""
import base64
import json
import re
import shutil
import subprocess

DETACHED = "reports/assessment-results.dsig.xml"
SIGNED = "reports/attestations.cdx.signed.xml"
OWN = "attestation.dsse.json"


def swap(path, old, new):
    def change(bundle, _):
        file = bundle / path
        text = file.read_text()
        assert old in text, f"{path} has no {old}"
        file.write_text(text.replace(old, new, 1))
    return change


def remove(path):
    return lambda bundle, _: (bundle / path).unlink()


def add(bundle, _):
    (bundle / "reports/more.md").write_text("All is well.\n")


def rewrap(change_payload):
    def change(bundle, _):
        envelope = json.loads((bundle / OWN).read_text())
        payload = base64.b64decode(envelope["payload"]).decode()
        changed = change_payload(payload)
        assert changed != payload
        envelope["payload"] = base64.b64encode(changed.encode()).decode()
        (bundle / OWN).write_text(json.dumps(envelope))
    return change


def other_key(bundle, work):
    """Signed anew by a key of the attacker, with the key identifier of the trusted one."""
    envelope = json.loads((bundle / OWN).read_text())
    payload = base64.b64decode(envelope["payload"])
    kind = envelope["payloadType"].encode()
    pae = work / "pae"
    pae.write_bytes(b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload))
    key = work / "attacker.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key],
                   check=True, stderr=subprocess.DEVNULL)
    sig = subprocess.run(["openssl", "dgst", "-sha256", "-sign", key, pae], check=True, capture_output=True).stdout
    envelope["signatures"][0]["sig"] = base64.b64encode(sig).decode()
    (bundle / OWN).write_text(json.dumps(envelope))


def key_inside(bundle, work):
    """A report of the attacker, signed with an RSA key that stands in the signature itself."""
    report = bundle / "reports/assessment-results.xml"
    report.write_text(report.read_text().replace("not-satisfied", "satisfied"))
    key = work / "rsa.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", key],
                   check=True, stderr=subprocess.DEVNULL)
    text = (bundle / DETACHED).read_text()
    text = text.replace("ecdsa-sha256", "rsa-sha256")
    text = re.sub(r"<ds:DigestValue>[^<]*", "<ds:DigestValue>", text)
    text = re.sub(r"<ds:SignatureValue>[^<]*</ds:SignatureValue>",
                  "<ds:SignatureValue/><ds:KeyInfo><ds:KeyValue/></ds:KeyInfo>", text)
    template = work / "template.xml"
    template.write_text(text)
    subprocess.run(["xmlsec1", "--sign", "--privkey-pem", key, "--output", (bundle / DETACHED).resolve(), template],
                   check=True, cwd=bundle / "reports", capture_output=True)


def wrap(bundle, _):
    """The signed report becomes a part of another one."""
    inner = (bundle / SIGNED).read_text().split("\n", 1)[1]
    (bundle / SIGNED).write_text(
        f'<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><timestamp>2030-01-01T00:00:00Z</timestamp>'
        f"</metadata>{inner}</bom>")


def twice(bundle, _):
    """The signature refers to an identifier that stands twice."""
    text = (bundle / SIGNED).read_text()
    text = text.replace('URI=""', 'URI="#x"', 1).replace("<metadata>", '<metadata Id="x"><extra Id="x"/>', 1)
    (bundle / SIGNED).write_text(text)


def hmac(bundle, _):
    """The public key, which everybody has, as the secret of an HMAC."""
    text = (bundle / DETACHED).read_text()
    (bundle / DETACHED).write_text(text.replace("2001/04/xmldsig-more#ecdsa-sha256", "2000/09/xmldsig#hmac-sha1"))


def statement_envelopes(bundle):
    return sorted((bundle / "statements").glob("*.dsse.json"))


def swapped_signatures(bundle, _):
    """The signature under one statement stands under another one."""
    first, second = statement_envelopes(bundle)[:2]
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)


def in_statement_envelope(old, new):
    def change(bundle, _):
        file = statement_envelopes(bundle)[0]
        text = file.read_text()
        assert old in text, f"{file} has no {old}"
        file.write_text(text.replace(old, new, 1))
    return change


def second_signature(bundle, _):
    file = statement_envelopes(bundle)[0]
    envelope = json.loads(file.read_text())
    envelope["signatures"] *= 2
    file.write_text(json.dumps(envelope))


def forged(bundle, work):
    """An assessor signed the statements with a key of their own, called it that of the claimants, and attested that."""
    shutil.rmtree(bundle)
    shutil.copytree(work / "forged", bundle)


ALL = {
    "none: the original": lambda bundle, work: None,
    "swapped evidence": swap("evidence/evidence.json", "http", "https"),
    "changed waiver": swap("waivers/1-waivers.yaml", "2027", "2099"),
    "changed mapping": swap("catalogs/built-in.json", "intersects-with", "equal-to"),
    "changed statement": swap("statements/1-statements.yaml", "2026", "2027"),
    "changed OSCAL report": swap("reports/assessment-results.xml", "not-satisfied", "satisfied"),
    "changed OSCAL report in JSON": swap("reports/assessment-results.json", "not-satisfied", "satisfied"),
    "comment slipped into a text of the OSCAL report": swap("reports/assessment-results.xml", "<title>", "<title><!-- -->"),
    "comment slipped into a text of the signed CycloneDX": swap(SIGNED, "<name>Sur", "<name>Sur<!-- -->"),
    "changed text of the signed CycloneDX": swap(SIGNED, "<name>Surety", "<name>Purity"),
    "wrapping of the signed CycloneDX": wrap,
    "duplicate ids, one of them signed": twice,
    "key inside the document (RSA KeyValue)": key_inside,
    "KeyInfo put into a signature": swap(DETACHED, "</ds:Signature>", "<ds:KeyInfo><ds:KeyName>k</ds:KeyName></ds:KeyInfo></ds:Signature>"),
    "downgrade to ECDSA with SHA-1": swap(DETACHED, "ecdsa-sha256", "ecdsa-sha1"),
    "downgrade to HMAC with the public key": hmac,
    "downgrade of the digest to SHA-1": swap(SIGNED, "2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1"),
    "one more transform": swap(SIGNED, "</ds:Transforms>", '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#base64"></ds:Transform></ds:Transforms>'),
    "removed XML signature": remove(DETACHED),
    "removed report": remove("reports/gaps.csv"),
    "removed file that is only in the manifest": remove("statements/1-statements.yaml"),
    "added file": add,
    "changed manifest": swap("manifest.json", '"bytes":', '"bytes":1'),
    "changed verdict in the statement": rewrap(lambda text: text.replace("not-satisfied", "satisfied", 1)),
    "changed payload type": swap(OWN, "application/vnd.in-toto+json", "application/vnd.in-toto"),
    "signed by another key, under the trusted key's id": other_key,
    "no signature": lambda bundle, _: (bundle / OWN).write_text(json.dumps(
        {**json.loads((bundle / OWN).read_text()), "signatures": []})),
    "two payloads in one envelope": swap(OWN, "{\n", '{\n  "payload": "e30=",\n'),
    "swapped signatures under statements": swapped_signatures,
    "changed statement under its signature": swap("evidence/evidence.json", '"claim": "', '"claim": "Not '),
    "key inside a statement's envelope": in_statement_envelope("{\n", '{\n  "key": "mine",\n'),
    "algorithm inside a statement's envelope": in_statement_envelope('{"keyid"', '{"alg":"none","keyid"'),
    "two signatures in a statement's envelope": second_signature,
    "two statements of one name": swap("evidence/evidence.json", '"id": "', '"id": "x'),
    "an assessor's own key called a claimant's": forged,
}
