import Cataloging
import Foundation
import Testing

@Suite struct MalformedTests {
    private func load(_ text: String) throws {
        _ = try CatalogFolder.load(["checks/own/mine.yaml": text])
    }

    @Test func aSoundFileLoads() throws { try load(CatalogFolder.check) }

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
            try load(CatalogFolder.check.replacingOccurrences(of: part, with: replacement))
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
