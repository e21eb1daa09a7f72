import Archive
import Foundation
import Testing

/// What an attacker does to an evidence bundle, and what is said of it.
@Suite(.enabled(if: OpenSSLTool.exists)) struct BundleTamperTests {
    /// A change to a bundle, and the words in which it is refused.
    struct Attack: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let says: String?
        var code: Int32 = 1
        let change: @Sendable (BundleScene) throws -> Void

        init(
            _ name: String, _ says: String?, code: Int32 = 1, _ change: @escaping @Sendable (BundleScene) throws -> Void
        ) {
            (testDescription, self.says, self.code, self.change) = (name, says, code, change)
        }
    }

    private static let signed = "reports/attestations.cdx.signed.xml"
    private static let detached = "reports/assessment-results.dsig.xml"

    private static let enveloped = "reports/assessment-results.dsse.json"

    static let files = [
        Attack("swapped evidence", "differs: evidence/evidence.json: SHA-256 is ") {
            try $0.replace("http://h.example", with: "https://h.example", in: "evidence/evidence.json")
        },
        Attack("a risk accepted for longer", "differs: waivers/1-waivers.yaml: SHA-256 is ") {
            try $0.replace("2027-01-01", with: "2099-01-01", in: "waivers/1-waivers.yaml")
        },
        Attack("a mapping that says more", "differs: catalogs/built-in.json: SHA-256 is ") {
            try $0.replace("intersects-with", with: "equal-to", in: "catalogs/built-in.json")
        },
        Attack("a statement by somebody else", "differs: statements/1-statements.yaml: SHA-256 is ") {
            try $0.replace("B. Person", with: "C. Person", in: "statements/1-statements.yaml")
        },
        Attack("a better report", "differs: reports/assessment-results.xml: SHA-256 is ") {
            try $0.replace("not-satisfied", with: "satisfied", in: "reports/assessment-results.xml")
        },
        Attack("a comment in a text", "differs: reports/attestations.cdx.xml: SHA-256 is ") {
            try $0.replace("<name>Surety", with: "<name>Sur<!-- -->ety", in: "reports/attestations.cdx.xml")
        },
        Attack("a file removed", "differs: reports/gaps.csv: is not there") { try $0.remove("reports/gaps.csv") },
        Attack("a file emptied", "differs: reports/gaps.csv: SHA-256 is ") { try $0.write("reports/gaps.csv", "") },
        Attack("a file added", "differs: reports/more.md: was added, and is not attested") {
            try $0.write("reports/more.md", "All is well.")
        },
        Attack("a file renamed in case only", "differs: reports/GAPS.csv: was added") {
            try $0.write("reports/GAPS.csv", $0.text("reports/gaps.csv"))
            try $0.remove("reports/gaps.csv")
        },
        Attack("a file and its digest", "differs: bundle/manifest.json: SHA-256 is ") {
            try $0.replace("{", with: "{ ", in: "manifest.json")
        },
        Attack("the manifest removed", "differs: bundle/manifest.json: is not there") {
            try $0.remove("manifest.json")
        },
    ]

    static let signatures = [
        Attack("a payload changed", "no signature over this payload was made with the ") {
            let payload = try JSONSerialization.data(withJSONObject: $0.payload("attestation.dsse.json"))
            let old = try JSONSerialization.jsonObject(with: $0.bytes("attestation.dsse.json")) as? [String: Any]
            try $0.replace(
                old?["payload"] as? String ?? "-", with: payload.base64EncodedString(), in: "attestation.dsse.json")
        },
        Attack("signed by a key that nobody trusts", "no signature over this payload was made with the ") { scene in
            let other = try AttestedScene("p256")
            try scene.seal(
                Data(scene.payloadBytes("attestation.dsse.json")), as: "attestation.dsse.json", with: other.privateKey)
        },
        Attack("all signatures removed", nil, code: 65) {
            try $0.write(
                "attestation.dsse.json",
                #"{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[]}"#)
        },
        Attack("two payloads", nil, code: 65) {
            try $0.replace("{\n", with: "{\n  \"payload\": \"e30=\",\n", in: "attestation.dsse.json")
        },
        Attack("the envelope removed", nil, code: 65) { try $0.remove("attestation.dsse.json") },
        Attack("a key inside the document", "differs: \(detached) is no signature of ours") {
            let key = "<ds:KeyInfo><ds:KeyName>mine</ds:KeyName></ds:KeyInfo>"
            try $0.replace("</ds:Signature>", with: key + "</ds:Signature>", in: detached)
        },
        Attack("a key inside the signed report", "differs: \(signed) is no signature of ours") {
            try $0.replace("</ds:Signature>", with: "<ds:KeyInfo></ds:KeyInfo></ds:Signature>", in: signed)
        },
        Attack("the signed report wrapped", "differs: \(signed) is no signature of ours") {
            let inner = try $0.text(signed).split(separator: "\n", maxSplits: 1)[1]
            try $0.write(signed, "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><metadata/>\(inner)</bom>")
        },
        Attack("another report around the signature", "differs: \(signed) is no signature of ours") {
            try $0.replace("<name>Surety", with: "<name>Purity", in: signed)
        },
        Attack("a comment in a signed text", "differs: \(signed) is no signature of ours") {
            try $0.replace("<name>Surety", with: "<name>Sur<!-- -->ety", in: signed)
        },
        Attack("the same identifier twice", "differs: \(signed) is no signature of ours") {
            try $0.replace("URI=\"\"", with: "URI=\"#x\"", in: signed)
            try $0.replace("<metadata>", with: "<metadata Id=\"x\"><extra Id=\"x\"/>", in: signed)
        },
        Attack("a weaker algorithm", "differs: \(detached) is no signature of ours") {
            try $0.replace("xmldsig-more#ecdsa-sha256", with: "xmldsig-more#ecdsa-sha1", in: detached)
        },
        Attack("a secret in place of a key", "differs: \(detached) is no signature of ours") {
            try $0.replace("2001/04/xmldsig-more#ecdsa-sha256", with: "2000/09/xmldsig#hmac-sha1", in: detached)
        },
        Attack("a weaker digest", "differs: \(signed) is no signature of ours") {
            try $0.replace("2001/04/xmlenc#sha256", with: "2000/09/xmldsig#sha1", in: signed)
        },
        Attack("one more transform", "differs: \(signed) is no signature of ours") {
            try $0.replace(
                "</ds:Transforms>", with: "<ds:Transform Algorithm=\"x\"></ds:Transform></ds:Transforms>", in: signed)
        },
        Attack("the envelope of another OSCAL document", "differs: \(enveloped) is no signature of ours") {
            try $0.write(enveloped, $0.text("reports/oscal/profile.dsse.json"))
        },
        Attack("an XML signature removed", "differs: \(detached): is not there") { try $0.remove(detached) },
    ]

    @Test(arguments: files + signatures) func isRefused(_ attack: Attack) throws {
        let scene = try BundleScene()
        try attack.change(scene)
        let result = try scene.verify()
        #expect(result.code == attack.code && attack.says.map(result.output.contains) != false, "\(result.output)")
    }

    @Test(arguments: files.prefix(3)) func isRefusedInAnArchiveToo(_ attack: Attack) throws {
        let scene = try BundleScene()
        try attack.change(scene)
        let result = try scene.verify([], scene.archive(ZipArchive(entries: scene.entries()).bytes))
        #expect(result.code == attack.code && attack.says.map(result.output.contains) != false, "\(result.output)")
    }

    @Test func theTrustedKeyItselfCannotMakeALieHold() throws {
        let scene = try BundleScene()
        let text = String(decoding: try scene.payloadBytes("attestation.dsse.json"), as: UTF8.self)
        let lie = text.replacing("\"waived\":false", with: "\"waived\":true", maxReplacements: 1)
        #expect(lie != text)
        try scene.seal(Data(lie.utf8), as: "attestation.dsse.json", with: scene.privateKey)
        let result = try scene.verify()
        #expect(result.code == 1 && result.output.contains("holds: signature 1"), "\(result.output)")
        #expect(result.output.contains("\"waived\":false"))
    }

    @Test func aBetterTestResultIsFoundOutToo() throws {
        let scene = try BundleScene()
        let text = String(decoding: try scene.payloadBytes("test-result.dsse.json"), as: UTF8.self)
        let lie = text.replacing("\"result\":\"FAILED\"", with: "\"result\":\"PASSED\"")
        #expect(lie != text)
        try scene.seal(Data(lie.utf8), as: "test-result.dsse.json", with: scene.privateKey)
        let result = try scene.verify()
        #expect(result.code == 1)
        #expect(result.output.contains(#"differs: test-result.dsse.json: /result: is "FAILED", attested is "PASSED""#))
    }

    @Test func aStatementOfAnotherBundleIsNoneOfThis() throws {
        let scene = try BundleScene()
        let other = try BundleScene()
        let text = String(decoding: try other.payloadBytes("svr.dsse.json"), as: UTF8.self)
        let foreign = text.replacing("\"name\":\"bundle/manifest.json\"", with: "\"name\":\"bundle/elsewhere.json\"")
        #expect(foreign != text)
        try scene.seal(Data(foreign.utf8), as: "svr.dsse.json", with: scene.privateKey)
        let result = try scene.verify()
        #expect(result.code == 1)
        #expect(result.output.contains("differs: svr.dsse.json: it is about other files than attestation.dsse.json"))
    }
}
