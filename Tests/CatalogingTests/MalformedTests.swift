import Cataloging
import Foundation
import Testing

@Suite struct MalformedTests {
    private static let sound = """
        title: Servers use TLS
        method: test
        severity: high
        subject: mcp_server
        assert: tls
        message: no TLS
        controls:
          - control: owasp-asi-2026/asi07
            relationship: subset-of
            because: part
        rationale: r
        remediation: r
        references: [https://a.example]
        examples:
          - {name: a, given: {mcp_server: [{tls: true}]}, expect: satisfied}
        """

    private func load(_ text: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        let checks = folder.appending(path: "checks/own")
        try FileManager.default.createDirectory(at: checks, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: checks.appending(path: "mine.yaml"))
        _ = try CatalogLoader.load(folders: [folder.path])
    }

    @Test func aSoundFileLoads() throws { try load(Self.sound) }

    @Test(arguments: [
        ("severity: high", "severity: grave", ":3:", "critical"),
        ("assert: tls", "asert: tls", ":5:", "did you mean assert"),
        ("subject: mcp_server", "subject: server", ":4:", "mcp_server"),
        ("owasp-asi-2026/asi07", "owasp-asi-2026/asi77", ":8:", "there is no control"),
        ("{tls: true}", "{tsl: true}", ":15:", "has no column tsl"),
        ("assert: tls", "assert: 'tls; DROP'", ":5:", "portable"),
        ("title: Servers use TLS", "title: ''", ":1:", "title"), ("method: test", "method: [", ":", "mine.yaml"),
    ])
    func aMalformedOneNamesPlaceAndExpectation(part: String, replacement: String, place: String, expected: String) {
        let error = #expect(throws: CatalogProblems.self) {
            try load(Self.sound.replacingOccurrences(of: part, with: replacement))
        }
        #expect(error?.description.contains(place) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        "waivers: [{check: a/b, agent: x, accepts: everything, approver: p, reason: r, expires_on: 2027-01-01}]",
        "waivers: [{accepts: 'sha256:\(String(repeating: "0", count: 64))', approver: p, reason: r, expires_on: 2027-01-01}]",
        "waivers: [{", "waivers: [{gap: G-1, accept: x}]",
    ])
    func aMalformedWaiverIsRefused(text: String) {
        #expect(throws: CatalogProblems.self) { try WaiverFile.read(Array(text.utf8), path: "waivers.yaml") }
    }
}
