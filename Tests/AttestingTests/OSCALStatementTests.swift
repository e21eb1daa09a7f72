import Attesting
import Testing

/// Which reports are signed by themselves, and what is signed of OSCAL in JSON.
@Suite struct OSCALStatementTests {
    @Test(
        arguments: [
            ("a.json", "{\n  \"assessment-results\": {", SignatureForm.dsse), ("a.json", "{\"catalog\": {", .dsse),
            ("a.json", "{\"schema\": \"catalog\"", nil), ("a.json", "[\"catalog\"]", nil), ("a.json", "", nil),
            ("a.txt", "{\"catalog\": {", nil),
            ("a.xml", "<catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\">", .detached),
            ("a.xml", "<catalog>", nil), ("a.cdx.xml", "<bom>", .enveloped), ("a.cdx.json", "{}", nil),
        ] as [(String, String, SignatureForm?)])
    func theFormFollowsFromTheReport(name: String, text: String, form: SignatureForm?) {
        #expect(SignatureForm(for: name, Array(text.utf8)) == form)
    }

    @Test func theDigestIsOfTheCanonicalForm() {
        let one = OSCALStatement.payload(about: ["b": "x", "a": ["c": .integer(1)]], named: "a.json")
        #expect(one == OSCALStatement.payload(about: ["a": ["c": .integer(1)], "b": "x"], named: "a.json"))
        let text = String(decoding: one, as: UTF8.self)
        // SHA-256 of {"a":{"c":1},"b":"x"}.
        #expect(
            text.contains(
                "\"digest\":{\"sha256\":\"ee610964c5741b3f3c8030cb1541dd825b9f09e7698e1bac1ce0b88a6a789b4c\"}"))
        #expect(text.contains("\"canonicalization\":\"RFC8785\"") && text.contains("\"name\":\"a.json\""))
    }
}
