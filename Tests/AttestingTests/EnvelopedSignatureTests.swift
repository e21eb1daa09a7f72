import Attesting
import COpenSSL
import Testing

/// Signatures inside a document: one place, one form, and nothing that a reader could see otherwise.
@Suite struct EnvelopedSignatureTests {
    private static let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bom xmlns=\"urn:b\">\n <a x=\"1\">é</a>\n</bom>\n"

    private struct Pair {
        let signing: SigningKey
        let verifying: VerifyingKey

        init(_ kind: String) throws {
            let key = try KeyMaker.key(kind)
            defer { EVP_PKEY_free(key) }
            signing = try SigningKey(pem: KeyMaker.privatePEM(key))
            verifying = try VerifyingKey(pem: KeyMaker.publicPEM(key))
        }
    }

    @Test(arguments: ["p256", "rsa2048"]) func onlyTheExactFormAroundTheExactDocumentHolds(kind: String) throws {
        let (pair, other) = (try Pair(kind), try Pair(kind))
        let bytes = Array(Self.text.utf8)
        let file = try EnvelopedXMLSignature.file(over: bytes, by: pair.signing)
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.hasPrefix(Self.text.dropLast(7)) && text.hasSuffix("</ds:Signature></bom>\n"))
        #expect(EnvelopedXMLSignature.verifies(file, over: bytes, by: pair.verifying))
        #expect(!EnvelopedXMLSignature.verifies(file, over: bytes, by: other.verifying))
        #expect(!EnvelopedXMLSignature.verifies(bytes, over: bytes, by: pair.verifying))
        let changed = Array(Self.text.replacing("é", with: "e").utf8)
        #expect(!EnvelopedXMLSignature.verifies(file, over: changed, by: pair.verifying))
        let attacks = [
            text.replacing("é", with: "e"), text.replacing("é", with: "<!-- -->é"),
            text.replacing(" x=\"1\"", with: ""),
            text.replacing("<ds:Signature ", with: " <ds:Signature "), text.replacing("URI=\"\"", with: "URI=\"#a\""),
            text.replacing("xmlenc#sha256", with: "xmldsig#sha1"), text + " ", "<w>" + text.dropFirst(39) + "</w>",
            text.replacing("</ds:Signature>", with: "<ds:KeyInfo></ds:KeyInfo></ds:Signature>"),
        ]
        for attack in attacks {
            #expect(attack != text)
            #expect(!EnvelopedXMLSignature.verifies(Array(attack.utf8), over: bytes, by: pair.verifying), "\(attack)")
        }
    }

    /// What readers see in two ways, or what has no end to put a signature before.
    @Test(arguments: [
        "<bom><!-- c --></bom>", "<bom><?run it?></bom>", "<!DOCTYPE bom><bom></bom>", "<bom><![CDATA[x]]></bom>",
        "<bom/>",
        "<bom>", "", "text", "<bom xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Signature></ds:Signature></bom>",
    ]) func suchADocumentIsNotSigned(text: String) throws {
        let pair = try Pair("p256")
        #expect(throws: KeyError.self) { try EnvelopedXMLSignature.file(over: Array(text.utf8), by: pair.signing) }
    }

    @Test func ed25519SignsNoXML() throws {
        let pair = try Pair("ed25519")
        #expect(throws: KeyError.self) { try EnvelopedXMLSignature.file(over: Array(Self.text.utf8), by: pair.signing) }
    }
}
