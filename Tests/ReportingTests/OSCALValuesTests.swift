import Testing

@testable import Reporting

@Suite("OSCAL values")
struct OSCALValuesTests {
    @Test(
        arguments: [
            ("2026-11-23", "2026-11-23T00:00:00Z"), ("2026-11-23T10:20:30Z", "2026-11-23T10:20:30Z"),
            ("2024-02-29", "2024-02-29T00:00:00Z"), ("2026-11-23T10:20:30.5Z", "2026-11-23T10:20:30.5Z"),
            ("2026-02-29", nil), ("1996-02-29", nil), ("1899-01-01", nil), ("2026-13-01", nil),
            ("2026-11-23 10:20:30Z", nil),
            ("2026-11-23T24:00:00Z", nil), ("2026-11-23T10:20:60Z", nil), ("2026-11-23T10:20:30", nil), ("soon", nil),
            ("", nil),
            ("+026-11-23", nil), ("2026-11-23T10:20:30.Z", nil), ("2026-1-2", nil),
        ] as [(String, String?)])
    func aMomentOrNothing(text: String, moment: String?) { #expect(OSCALValues.dateTime(text) == moment) }

    @Test(arguments: [
        (".mcp.json", ".mcp.json"), ("a b/ü.json", "a%20b/%C3%BC.json"), ("/etc/passwd", "%2Fetc/passwd"),
        ("//evil.example/x", "%2F/evil.example/x"), ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("#x", "%23x"),
        ("100%", "100%25"),
    ])
    func aPathIsARelativeReference(path: String, href: String) { #expect(OSCALValues.href(ofPath: path) == href) }

    @Test(arguments: [
        "javascript:alert(1)", "https://a b", "https://", "ftp://x.example", "https://x.example/\"><b>", "",
    ])
    func onlyWebAddressesAreLinks(link: String) { #expect(OSCALValues.href(ofLink: link) == nil) }

    @Test func aDigestHasItsLength() {
        #expect(OSCALValues.sha256("sha256:" + Sample.digest) == Sample.digest)
        #expect(OSCALValues.sha256("abc") == nil)
        #expect(OSCALValues.sha256(String(repeating: "g", count: 64)) == nil)
        #expect(OSCALValues.sha256(nil) == nil)
    }

    @Test(arguments: [
        ("a", "a"), ("1a", "_1a"), ("a/b c", "a_b_c"), ("", "_"), ("名", "__"), ("-x", "_-x"), ("é1", "__1"),
    ])
    func anElementNameIsOne(text: String, name: String) { #expect(XMLText.name(text) == name) }
}
