import Attesting
import COpenSSL
import Testing

/// Detached XML signatures: nothing but the exact form is read.
@Suite struct XMLSignatureTests {
    private static let bytes = Array("<a/>".utf8)

    @Test(arguments: ["p256", "rsa2048"]) func onlyTheExactFormOverTheExactBytesHolds(kind: String) throws {
        let (key, other) = (try KeyMaker.key(kind), try KeyMaker.key(kind))
        defer { for made in [key, other] { EVP_PKEY_free(made) } }
        let signing = try SigningKey(pem: KeyMaker.privatePEM(key))
        let trusted = try VerifyingKey(pem: KeyMaker.publicPEM(key))
        // A number that begins with zero bytes is shorter in DER.
        for _ in 0..<(kind == "p256" ? 300 : 1) {
            let file = try DetachedXMLSignature.file(over: Self.bytes, named: "a.xml", by: signing)
            #expect(DetachedXMLSignature.verifies(file, over: Self.bytes, named: "a.xml", by: trusted))
        }
        let file = try DetachedXMLSignature.file(over: Self.bytes, named: "a.xml", by: signing)
        let holds = { DetachedXMLSignature.verifies($0, over: Self.bytes, named: "a.xml", by: trusted) }
        #expect(!DetachedXMLSignature.verifies(file, over: Self.bytes + [10], named: "a.xml", by: trusted))
        #expect(!DetachedXMLSignature.verifies(file, over: Self.bytes, named: "b.xml", by: trusted))
        let stranger = try VerifyingKey(pem: KeyMaker.publicPEM(other))
        #expect(!DetachedXMLSignature.verifies(file, over: Self.bytes, named: "a.xml", by: stranger))
        let text = String(decoding: file, as: UTF8.self)
        let attacks = [
            text.replacing("xmlenc#sha256", with: "xmldsig#sha1"),
            text.replacing("<ds:SignedInfo", with: "<!-- --><ds:SignedInfo"),
            text.replacing("</ds:Signature>", with: "<ds:KeyInfo></ds:KeyInfo></ds:Signature>"),
            text.replacing("</ds:SignatureValue>", with: "<!-- --></ds:SignatureValue>"),
            text.replacing("<ds:Signature ", with: "<wrap><ds:Signature ") + "</wrap>",
            text.replacing("<ds:DigestMethod", with: "<ds:Transforms></ds:Transforms><ds:DigestMethod"),
            text.replacing("URI=\"a.xml\"", with: "URI=\"\""), text + text, "", String(text.dropLast(20)),
        ]
        for attack in attacks { #expect(!holds(Array(attack.utf8)), "\(attack)") }
    }

    @Test func ed25519IsRefused() throws {
        let key = try KeyMaker.key("ed25519")
        defer { EVP_PKEY_free(key) }
        let signing = try SigningKey(pem: KeyMaker.privatePEM(key))
        #expect(throws: KeyError.self) { try DetachedXMLSignature.file(over: [], named: "a.xml", by: signing) }
    }
}
