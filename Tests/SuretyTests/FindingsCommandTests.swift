import Foundation
import Testing

/// `--findings` and `--findings-map` as their users call them.
@Suite struct FindingsCommandTests {
    static let report = """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "semgrep", "version": "1.90.0"}}, "results": [
          {"ruleId": "py.shell-true", "level": "error", "message": {"text": "a shell \\u001b[31m<b>|x"},
           "suppressions": [{"kind": "inSource"}],
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "app.py"}, "region": {"startLine": 2}}}]},
          {"ruleId": "py.other", "level": "note", "message": {"text": "other"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "app.py"}, "region": {"startLine": 1}}}]}]}]}
        """
    static let map = """
        rules:
          - scanner: Semgrep
            rule: py.shell-*
            controls:
              - { control: owasp-asi-2026/asi05, relationship: subset-of, because: a shell runs code }
        """

    private func scene() throws -> OutsideScene {
        try OutsideScene([
            "repo/.codex/config.toml": "model = \"gpt-5\"\n", "repo/app.py": "a\nb\n", "r.sarif": Self.report,
            "map.yaml": Self.map,
        ])
    }

    @Test func aMappedFindingFailsItsItemAndAnUnmappedOneIsNamed() throws {
        let scene = try scene()
        let gaps = try scene.gaps(["--findings", "r.sarif", "--findings-map", "map.yaml"])
        let shell = try #require(gaps.first { $0["check"] == "findings/semgrep/py.shell-true" })
        #expect(shell["severity"] == "high" && shell.values.contains { $0.contains("owasp-asi-2026/asi05") })
        #expect(shell.values.contains { $0.contains("app.py:2") })
        #expect(shell.values.contains { $0.contains("suppressed in its report: yes") })
        let unmapped = try #require(gaps.first { $0["check"] == "findings/unmapped" })
        #expect(unmapped.values.contains { $0.contains("py.other") } && unmapped["severity"] == "low")
        #expect(try !scene.gaps([]).contains { $0["check"]?.hasPrefix("findings/") == true })
    }

    @Test func aFindingMovesItsItemAndNothingElse() throws {
        let scene = try scene()
        func verdicts(_ more: [String]) throws -> [String: String] {
            _ = try scene.run(
                ["assess", "repo", "--format", "json", "--at", "2026-11-24", "-q", "--framework", "owasp-asi-2026"]
                    + more)
            let data = try Data(contentsOf: scene.root.appending(path: "output/assessment.json"))
            let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let controls = root?["controls"] as? [[String: Any]] ?? []
            return Dictionary(
                controls.map { ($0["control"] as? String ?? "", $0["verdict"] as? String ?? "") },
                uniquingKeysWith: { first, _ in first })
        }
        let before = try verdicts([])
        let after = try verdicts(["--findings", "r.sarif", "--findings-map", "map.yaml"])
        #expect(before.count == 96 && before["owasp-asi-2026/asi05"] != "satisfied")
        #expect(after["owasp-asi-2026/asi05"] == "not-satisfied")
        let moved = before.keys.filter { before[$0] != after[$0] }
        #expect(Set(moved).isSubset(of: ["owasp-asi-2026/asi05"]))
        #expect(!after.contains { $0.value == "satisfied" && before[$0.key] != "satisfied" })
    }

    @Test func aWaiverStandsBesideSuchAGap() throws {
        let scene = try scene()
        let options = ["--findings", "r.sarif", "--findings-map", "map.yaml"]
        let gap = try #require(
            try scene.gaps(options).first { $0["check"] == "findings/semgrep/py.shell-true" }?["id"]
                ?? scene.gaps(options).first { $0["check"] == "findings/semgrep/py.shell-true" }?["gap"])
        let text = try scene.run(["explain", gap, "repo", "--at", "2026-11-24"] + options).output
        let digest = try #require(text.firstMatch(of: /accepts: (sha256:[0-9a-f]{64})/)).output.1
        try scene.write(
            "waivers:\n  - gap: \(gap)\n    accepts: \(digest)\n    approver: A\n    reason: known\n    expires_on: 2027-01-01\n",
            to: "w.yaml")
        let waived = try scene.run(
            ["gaps", "repo", "--at", "2026-11-24", "--waivers", "w.yaml"] + options
        ).output
        #expect(waived.split(separator: "\n").contains { $0.contains(gap) && $0.contains("waived") })
    }

    @Test func savedEvidenceIsJudgedWithAMapLater() throws {
        let scene = try scene()
        _ = try scene.run(["collect", "repo", "--findings", "r.sarif", "-o", "e.json"])
        let text = try scene.run(
            ["gaps", "e.json", "--format", "json", "--at", "2026-11-24", "--findings-map", "map.yaml"]).output
        #expect(text.contains("findings/semgrep/py.shell-true"))
        #expect(try scene.run(["gaps", "e.json", "--findings", "r.sarif"]).code == 65)
    }

    @Test func nothingOfAReportRunsOrColoursAnOutput() throws {
        let scene = try scene()
        let options = ["--findings", "r.sarif", "--findings-map", "map.yaml", "--at", "2026-11-24"]
        let said = try scene.run(["assess", "repo", "--format", "all"] + options).output
        #expect(!said.contains("\u{1B}[31m"))
        let page = try String(contentsOf: scene.root.appending(path: "output/report.html"), encoding: .utf8)
        #expect(page.contains("findings/semgrep/py.shell-true") && !page.contains("<b>|x"))
    }

    @Test(
        arguments: [
            ("rules: []", 65), ("rules:\n  - scanner: a", 65), ("[", 65),
            (map.replacing("asi05", with: "asi99"), 65), (map.replacing("subset-of", with: "equal-to"), 65),
            (map.replacing("because", with: "why"), 65), (map + "        severity: dire\n", 65), (map, 1),
        ] as [(String, Int32)])
    func aMapIsReadStrictly(text: String, code: Int32) throws {
        let scene = try scene()
        try scene.write(text, to: "map.yaml")
        let result = try scene.run(["gaps", "repo", "--findings", "r.sarif", "--findings-map", "map.yaml"])
        #expect(result.code == code)
    }

    @Test(.enabled(if: OpenSSLTool.exists)) func anAttestationHoldsWithTheSameReports() throws {
        let scene = try scene()
        try OpenSSLTool.makeKey("ed25519", scene.root.path + "/key.pem", scene.root.path + "/pub.pem")
        let options = ["--findings", "r.sarif", "--findings-map", "map.yaml"]
        _ = try scene.run(["attest", "repo", "--key", "key.pem", "--at", "2026-11-24", "-q"] + options)
        let verify = ["verify", "output/attestation.dsse.json", "--key", "pub.pem", "--evidence", "repo"]
        #expect(try scene.run(verify + options).code == 0)
        #expect(try scene.run(verify).code == 1)
    }
}
