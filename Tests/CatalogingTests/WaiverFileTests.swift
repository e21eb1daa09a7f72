import Cataloging
import Compliance
import Testing

@Suite("Waiver files")
struct WaiverFileTests {
    private static let digest = "sha256:" + String(repeating: "0a", count: 32)

    private func read(_ text: String) throws -> [Waiver] { try WaiverFile.read(Array(text.utf8), path: "waivers.yaml") }

    @Test("A sound waiver keeps its place and is not yet judged")
    func sound() throws {
        let waiver = try #require(
            try read(
                """
                waivers:
                  - check: mcp/transport-encrypted
                    agent: claude-code@.
                    accepts: \(Self.digest)
                    approver: R. Iyer
                    reason: closed test network
                    expires_on: 2027-01-31
                """
            ).first)
        #expect(waiver.check == CheckID("mcp/transport-encrypted"))
        #expect(waiver.gap == nil)
        #expect(waiver.accepts == Self.digest)
        #expect(waiver.expiresOn == "2027-01-31")
        #expect(waiver.citation.place == "waivers.yaml:2:5")
        #expect(waiver.standing == .lapsed("not reviewed"))
    }

    @Test("An empty list is a file without waivers")
    func empty() throws { #expect(try read("waivers: []").isEmpty) }

    @Test(
        "A file that is not a list of waivers is refused rather than read as none",
        arguments: ["{}", "waivers:", "waivers: none", "waiver: []", "[]", ""])
    func notAList(text: String) {
        #expect(throws: CatalogProblems.self) { try read(text) }
    }

    @Test(
        "A malformed value is named",
        arguments: [
            ("accepts: DIGEST", "accepts: 'sha256:\(String(repeating: "z", count: 64))'", "hexadecimal"),
            ("2027-01-31", "31.01.2027", "YYYY-MM-DD"), ("gap: G-1, ", "", "expected gap"),
            ("approver: p", "approver: ''", "approver"), ("reason: r", "raeson: r", "did you mean reason"),
        ])
    func malformed(part: String, replacement: String, expected: String) throws {
        let sound = "waivers: [{gap: G-1, accepts: DIGEST, approver: p, reason: r, expires_on: 2027-01-31}]"
        let text = sound.replacing(part, with: replacement).replacing("DIGEST", with: "'\(Self.digest)'")
        let error = try #require(throws: CatalogProblems.self) { try read(text) }
        #expect(error.description.contains(expected), "\(error.description)")
    }
}
