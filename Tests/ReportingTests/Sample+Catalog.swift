import Compliance

extension Sample {
    var catalog: Catalog {
        Catalog(
            frameworks: [asiFramework, rmfFramework], checks: checkDefinitions, mappings: [mapping],
            digest: String(repeating: "ef", count: 32))
    }

    private var mapping: Mapping {
        Mapping(
            id: MappingID(text("owasp-asi-2026--nist-ai-rmf-1.0")), title: text("ASI to AI RMF"), source: asi,
            target: rmf,
            style: .setTheory, version: text("1"), status: .ours, document: text("https://example.com/mapping"),
            licence: text("Apache-2.0"), attribution: text("Ours."),
            rows: [
                MappingRow(
                    source: control(asi, "asi07"), target: control(rmf, "govern-1.1"), relationship: .subsetOf,
                    rationale: .semantic, because: text("a part"))
            ], digest: String(repeating: "12", count: 32))
    }

    private var asiFramework: Framework {
        Framework(
            id: asi, title: text("OWASP Top 10 for Agentic Applications 2026"), shortName: text("ASI 2026"),
            publisher: text("OWASP GenAI Security Project"), edition: text("2026"), published: text("2025-12-09"),
            source: text("https://genai.owasp.org/resource/"), licence: text("CC-BY-SA-4.0"),
            attribution: text("Titles are OWASP's; statements are ours."),
            controls: [
                item(asi, "asi01", nil, .risk, "Agent Goal Hijack", .partial),
                item(asi, "asi01.m1", "asi01", .control, "Treat all input as untrusted", .none),
                item(asi, "asi07", nil, .risk, "Insecure Inter-Agent Communication", .partial),
                item(asi, "asi07.m1", "asi07", .control, "Encrypt every channel", .direct),
            ])
    }

    private var rmfFramework: Framework {
        Framework(
            id: rmf, title: text("AI Risk Management Framework"), shortName: text("AI RMF 1.0"),
            publisher: text("NIST"),
            edition: text("1.0"), published: text("2023-01-26"), source: text("https://doi.org/10.6028/NIST.AI.100-1"),
            licence: text("Public domain"), attribution: text("Short titles are ours."),
            controls: [
                item(rmf, "govern", nil, .group, "GOVERN", .none),
                item(rmf, "govern-1", "govern", .group, "Policies and practices", .none),
                item(rmf, "govern-1.1", "govern-1", .outcome, "Legal duties known", .none),
                item(rmf, "govern-1.2", "govern-1", .outcome, "Trustworthiness in practice", .partial),
                item(rmf, "measure", nil, .group, "MEASURE", .none),
                item(rmf, "measure-2.7", "measure", .outcome, "Security and resilience", .partial),
            ])
    }

    private func item(
        _ framework: FrameworkID, _ id: String, _ parent: String?, _ kind: Control.Kind, _ title: String,
        _ observability: Control.Observability
    ) -> Control {
        Control(
            id: control(framework, id), parent: parent.map { control(framework, $0) }, kind: kind, title: text(title),
            statement: text("What \(title) asks."), observability: observability, question: text("Who answers for it?"))
    }

    private var checkDefinitions: [Check] {
        [
            check(tls, "MCP servers reached over a network use TLS", .high, .mcpServer, [control(asi, "asi07")]),
            check(shell, "Shell commands are bounded or asked for", .critical, .permission, [control(asi, "asi01")]),
            check(log, "Every action is logged", .medium, .telemetry, [control(rmf, "measure-2.7")]),
        ]
    }

    private func check(
        _ id: CheckID, _ title: String, _ severity: Severity, _ subject: Table, _ controls: [ControlID]
    ) -> Check {
        Check(
            id: id, title: text(title), method: .test, severity: severity, subject: subject,
            when: text("transport <> 'stdio'"),
            assert: text("tls"), message: text("x"),
            mappings: controls.map { CheckMapping(control: $0, relationship: .subsetOf, because: text("a part")) },
            rationale: text("Plain text can be read and changed on the way."), remediation: text("Serve it over TLS."),
            references: [text("https://example.com/tls")], examples: [])
    }
}
