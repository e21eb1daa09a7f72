import Compliance
import Testing

@testable import Collecting

@Suite struct OpenTelemetryTests {
    private static let settings = """
        {"env": {"CLAUDE_CODE_ENABLE_TELEMETRY": "1", "OTEL_LOGS_EXPORTER": "otlp", "OTEL_METRICS_EXPORTER": "otlp",
         "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4317", "OTEL_LOG_USER_PROMPTS": "1"}}
        """

    private static let collector = """
        receivers:
          otlp:
            protocols:
              grpc:
                endpoint: 0.0.0.0:4317
        exporters:
          otlp/store:
            endpoint: store.shop.test:4317
            tls:
              insecure: true
          otlphttp:
            endpoint: https://backup.shop.test
            tls: { insecure_skip_verify: true }
            headers:
              authorization: ${env:TOKEN}
          file:
            path: /var/log/x
            rotation: { max_days: 7 }
        service:
          pipelines:
            logs:
              receivers: [otlp]
              exporters: [otlp/store, otlphttp, file]
        """

    @Test func recordsOfAnAgentAreFollowed() throws {
        let evidence = try Workspace([
            ".claude/settings.json": Self.settings, "otel/config.yaml": Self.collector,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("claude-code@.")])
        let found = evidence[.telemetry].filter { $0.artifact == "otel/config.yaml" }
        let logs = found.filter { $0["kind"] == "log" }
        #expect(logs.map { $0["destination"].text } == ["store.shop.test:4317", "https://backup.shop.test", "local"])
        #expect(logs.map { $0["tls"] } == [false, true, .null])
        #expect(logs.map { $0["tls_verified"] } == [.null, false, .null])
        #expect(logs.map { $0["remote"] } == [true, true, false])
        #expect(logs.map { $0["captures_prompts"] } == [true, true, true])
        #expect(logs.map { $0["retention_days"] } == [.null, .null, 7])
        #expect(logs.map(\.line) == [23, 23, 23])
        // No pipeline takes metrics: they end here.
        let metrics = found.filter { $0["kind"] == "metric" }
        #expect(metrics.map { $0["enabled"] } == [false])
        #expect(
            evidence[.egress].filter { $0.artifact == "otel/config.yaml" }.map { $0["destination"].text } == [
                "store.shop.test", "backup.shop.test",
            ])
        #expect(evidence[.credential].contains { $0["holder"] == "otlphttp" && $0["storage"] == "environment" })
    }

    @Test(arguments: [
        ("[tail_sampling]", Value.null, Value.boolean(true)), ("[redaction]", true, .null), ("[batch]", true, true),
    ])
    func processors(list: String, actions: Value, prompts: Value) throws {
        let evidence = try Workspace([
            ".claude/settings.json": Self.settings,
            "c.yaml": Self.collector.replacing(
                "exporters: [otlp/store", with: "processors: \(list)\n      exporters: [otlp/store"),
        ]).collect()
        let row = try #require(evidence[.telemetry].first { $0.artifact == "c.yaml" && $0["kind"] == "log" })
        #expect(row["captures_actions"] == actions)
        #expect(row["captures_prompts"] == prompts)
    }

    /// A stack that is started beside the collector.
    private static func stack(_ word: String) -> String {
        """
        services:
          otel:
            image: otel/opentelemetry-collector-contrib:latest
            volumes: ["./otel.yaml:/etc/otel.yaml:ro"]
            ports: ["4317:4317"]
          dashboards:
            image: grafana/grafana
            environment: [GF_SECURITY_ADMIN_PASSWORD=admin]
            volumes: ["./\(word).json:/var/lib/grafana/x.json:ro"]
        """
    }

    @Test func theStackOfACollectorIsRead() throws {
        let evidence = try Workspace([
            "ops/compose.yml": Self.stack("claude-code"), "ops/otel.yaml": Self.collector,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("opentelemetry@ops")])
        #expect(evidence[.agent].first?["kind"] == "application")
        #expect(evidence[.component].map { $0["version"] } == ["latest", .null])
        #expect(evidence[.component].map(\.line) == [3, 7])
        let password = try #require(evidence[.credential].first { $0["storage"] == "inline" })
        #expect(password["holder"] == "dashboards")
        #expect(password["detector"] == "guessable")
        #expect(password.line == 8)
        #expect(evidence[.setting].filter { $0["key"] == "ports" }.map(\.line) == [5])
        #expect(evidence.artifact("ops/compose.yml")?["status"] == "read")
    }

    @Test func aStackThatAgentsSendToIsTheirs() throws {
        let evidence = try Workspace([
            ".claude/settings.json": Self.settings, "compose.yml": Self.stack("x"), "otel.yaml": Self.collector,
        ]).collect()
        #expect(evidence.agents == [AgentID("claude-code@.")])
        #expect(evidence[.component].contains { $0["name"] == "grafana/grafana" })
    }

    @Test(arguments: ["./otel:/etc/otel:ro", "./otel/otel.yaml:/x.yaml", "."])
    func aStackHandsOnAFolderToo(mount: String) throws {
        let evidence = try Workspace([
            "compose.yml": Self.stack("claude").replacing("./otel.yaml:/etc/otel.yaml:ro", with: mount),
            "otel/otel.yaml": Self.collector,
        ]).collect()
        #expect(evidence.agents == [AgentID("opentelemetry@otel")])
        #expect(evidence[.component].count == 2)
    }

    @Test func aStackAloneIsReadAndItsPipelinesAreNot() throws {
        let evidence = try Workspace(["compose.yml": Self.stack("claude-code")]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("opentelemetry@.")])
        #expect(evidence[.component].count == 2)
        #expect(evidence.completeness("telemetry") == ["partial"])
    }

    @Test(arguments: ["x", "mcp-agent"])
    func stacksOfOthersAreLeftAlone(word: String) throws {
        let evidence = try Workspace([
            "compose.yml": Self.stack(word), "otel.yaml": Self.collector, "broken.yml": "services: [ otel/",
        ]).collect()
        #expect(evidence.agents == [])
        #expect(evidence.artifact("compose.yml") == nil)
    }

    @Test func otherCollectorsAreLeftAlone() throws {
        let evidence = try Workspace([
            ".claude/settings.json": Self.settings, "c.yaml": Self.collector.replacing("4317", with: "9999"),
        ]).collect()
        #expect(evidence.artifact("c.yaml") == nil)
        #expect(try Workspace(["c.yaml": Self.collector]).collect()[.artifact].isEmpty)
    }

    @Test func collectorThatSpeaksOfAgentsStandsForItself() throws {
        let evidence = try Workspace(["c.yaml": "# claude code\n" + Self.collector]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.agent].first?["kind"] == "policy-template")
        #expect(evidence[.telemetry].map { $0["tls"] } == [false, true, .null])
        #expect(evidence[.telemetry].map { $0["captures_actions"] } == [.null, .null, .null])
    }

    @Test func brokenCollectorLeavesRecordsUnknown() throws {
        let evidence = try Workspace([
            ".claude/settings.json": Self.settings, "c.yaml": "receivers: [\nexporters: {\npipelines: x",
        ]).collect()
        #expect(evidence.artifact("c.yaml")?["status"] == "refused")
        #expect(evidence.completeness("telemetry").contains("partial"))
    }
}
