"""An envelope by securesystemslib and in-toto-attestation: `dsse_check.py KEY.pub.pem BUNDLE`. Prints `accepts` or `refuses`."""
import hashlib
import json
import pathlib
import sys

from cryptography.hazmat.primitives.serialization import load_pem_public_key
from google.protobuf.json_format import ParseDict
from in_toto_attestation.v1.statement import Statement
from in_toto_attestation.v1.statement_pb2 import Statement as Message
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey


def holds(key_file, bundle):
    data = json.loads((bundle / "attestation.dsse.json").read_text())
    key_id = data["signatures"][0].get("keyid", "")
    key = SSlibKey.from_crypto(load_pem_public_key(key_file.read_bytes()), keyid=key_id)
    envelope = Envelope.from_dict(data)
    envelope.verify([key], 1)
    content = json.loads(envelope.payload)
    Statement.copy_from_pb(ParseDict(content, Message())).validate()
    # What the library leaves to its caller: whether the files are those of the statement.
    for subject in content["subject"]:
        role, _, path = subject["name"].partition("/")
        file = {"bundle": bundle / path, "report": bundle / "reports" / path}.get(role)
        if file and hashlib.sha256(file.read_bytes()).hexdigest() != subject["digest"]["sha256"]:
            return False
    return True


try:
    print("accepts" if holds(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])) else "refuses")
except Exception as problem:  # Whatever a library throws is its refusal.
    print("refuses", type(problem).__name__)
