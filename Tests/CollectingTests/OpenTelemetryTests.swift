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
