"""An XML signature by signxml, with a certificate that is given: `xml_check.py CERT.pem FILE`. Prints `accepts` or `refuses`."""
import pathlib
import sys

from signxml import XMLVerifier

try:
    file = pathlib.Path(sys.argv[2])
    XMLVerifier().verify(
        file.read_bytes(), x509_cert=pathlib.Path(sys.argv[1]).read_text(), expect_references=1,
        uri_resolver=lambda name: (file.parent / name).read_bytes())
    print("accepts")
except Exception as problem:  # Whatever the library throws is its refusal.
    print("refuses", type(problem).__name__)
