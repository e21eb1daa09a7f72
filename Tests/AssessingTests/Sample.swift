import Compliance

/// Small catalogs and evidence for the tests of the join.
enum Sample {
    static let agent = AgentID("claude-code@.")
    static let framework = FrameworkID("test-1")

    static func control(
        _ item: String, kind: Control.Kind = .control, observability: Control.Observability = .direct,
        parent: String? = nil
    ) -> Control {
        Control(
            id: ControlID(framework, item), parent: parent.map { ControlID(framework, $0) }, kind: kind, title: item,
            statement: "Statement of \(item).", observability: observability,
            question: observability == .direct ? nil : "Is \(item) done?")
    }

    static func check(
        _ id: String, subject: Table = .mcpServer, when: String? = nil, assert: String = "tls",
        maps: [(String, Relationship)] = [], severity: Severity = .high, products: [String] = []
    ) -> Check {
        Check(
            id: CheckID(id), title: "Servers use TLS", method: .test, severity: severity, subject: subject, when: when,
            assert: assert, message: "\"{name}\" without TLS",
            mappings: maps.map {
                CheckMapping(control: ControlID(framework, $0.0), relationship: $0.1, because: "part")
            },
            rationale: "r", remediation: "do it", references: [], examples: [], products: products)
    }

    static func catalog(_ controls: [Control], _ checks: [Check]) -> Catalog {
        Catalog(
            frameworks: [
                Framework(
                    id: framework, title: "Test", shortName: "Test", publisher: "p", edition: "1",
                    published: "2026-01-01", source: "https://a.example", licence: "l", attribution: "a",
                    controls: controls)
            ], checks: checks, digest: "d")
    }

    /// Evidence with one agent, all tables seen as given, and servers with the TLS values given.
    static func evidence(tls: [Bool?], seen: Completeness = .complete) -> Evidence {
        var evidence = Evidence()
        let place = Provenance(agent: agent, artifact: ".mcp.json", line: 3, column: 5, pointer: "/a", collector: "t")
        evidence.record(
            .agent, place, ["name": "main", "product": "Claude Code", "kind": "coding-assistant", "plans": true])
        evidence.record(
            .artifact, place, ["path": ".mcp.json", "sha256": "ab", "kind": "mcp", "status": "read", "bytes": 1])
        for table in Table.allCases {
            evidence.record(
                .coverage, place, ["table_name": .text(table.rawValue), "completeness": .text(seen.rawValue)])
        }
        for (number, tls) in tls.enumerated() { if let row = try? server("s\(number)", tls: tls) { evidence.add(row) } }
        return evidence
    }

    static func server(_ name: String, tls: Bool?) throws(RowError) -> Row {
        let place = Provenance(
            agent: agent, artifact: ".mcp.json", line: 7, column: 5, pointer: "/\(name)", collector: "t")
        return try Row(
            .mcpServer, place,
            [
                "name": .text(name), "client": "Claude Code", "transport": "http", "tls": Value(tls), "enabled": true,
                "injects_code": false, "shell_expansion": false,
            ])
    }
}
