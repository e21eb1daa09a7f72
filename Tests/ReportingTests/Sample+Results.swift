import Compliance

extension Sample {
    var checks: [CheckResult] {
        [
            result(tls, api, .notSatisfied, nil, [text("\"search\" is reached at http://10.0.0.7/mcp without TLS")]),
            result(shell, api, .notSatisfied, nil, [text("any shell command runs without asking: Bash(*)")]),
            result(log, api, .undetermined, .unseen(.telemetry, .partial, text("its file was not read")), []),
            result(tls, shop, .satisfied, nil, [text("\"docs\" uses TLS")]),
            result(shell, shop, .notApplicable, .nothingToJudge(.permission), []),
        ]
    }

    private func result(
        _ check: CheckID, _ agent: AgentID, _ verdict: Verdict, _ reason: CheckResult.Reason?, _ messages: [String]
    ) -> CheckResult {
        CheckResult(
            check: check, agent: agent, verdict: verdict, reason: reason,
            findings: messages.map {
                Finding(
                    verdict: verdict, message: $0, citations: [citation(mcpFile, 14, 14)], valueDigest: Self.digest)
            })
    }

    var controls: [ControlResult] {
        [
            verdict(
                "asi01", asi, api, .notSatisfied, .none, [CheckVerdict(shell, .notSatisfied)],
                [.check(shell, .notSatisfied)]),
            verdict("asi01.m1", asi, api, .undetermined, .none, [], [.statement(text("Who answers for it?"))]),
            verdict(
                "asi07", asi, api, .notSatisfied, .partial, [CheckVerdict(tls, .notSatisfied)],
                [.check(tls, .notSatisfied)]),
            verdict(
                "asi07.m1", asi, api, .notSatisfied, .none, [CheckVerdict(tls, .notSatisfied)],
                [.check(tls, .notSatisfied)]),
            verdict("govern-1.1", rmf, api, .satisfied, .full, [], [], statements: [0]),
            verdict(
                "govern-1.2", rmf, api, .undetermined, .partial, [CheckVerdict(log, .satisfied)],
                [.statement(text("by whom?"))]),
            verdict(
                "measure-2.7", rmf, api, .undetermined, .none, [CheckVerdict(log, .undetermined)],
                [.statement(text("telemetry"))]),
            verdict("asi01", asi, shop, .notApplicable, .none, [], []),
            verdict("asi01.m1", asi, shop, .undetermined, .none, [], [.statement(text("Who answers for it?"))]),
            verdict(
                "asi07", asi, shop, .undetermined, .partial, [CheckVerdict(tls, .satisfied)],
                [.statement(text("Who?"))], inferred: inferred),
            verdict("asi07.m1", asi, shop, .satisfied, .full, [CheckVerdict(tls, .satisfied)], []),
        ]
    }

    private func verdict(
        _ item: String, _ framework: FrameworkID, _ agent: AgentID, _ verdict: Verdict, _ extent: ControlResult.Extent,
        _ checks: [CheckVerdict], _ missing: [Missing], statements: [Int] = [],
        inferred: InferredVerdict? = nil
    ) -> ControlResult {
        ControlResult(
            control: control(framework, item), agent: agent, verdict: verdict, extent: extent, checks: checks,
            statements: statements, missing: missing, inferred: inferred)
    }

    private var inferred: InferredVerdict {
        let step = InferredVerdict.Step(
            mapping: MappingID(text("owasp-asi-2026--nist-ai-rmf-1.0")), from: control(rmf, "govern-1.1"),
            relationship: .supersetOf, to: control(asi, "asi07"), because: text("a part"))
        return InferredVerdict(verdict: .satisfied, path: [step])
    }

    var gaps: [Gap] {
        [
            gap(
                "G-0000000001", api, .failingCheck, shell, .critical, "Shell commands are bounded or asked for",
                "any shell command runs without asking: Bash(*)", [control(asi, "asi01")], settings, 4, nil),
            gap(
                "G-0000000002", api, .failingCheck, tls, .high, "MCP servers reached over a network use TLS",
                "\"search\" is reached at http://10.0.0.7/mcp without TLS", [control(asi, "asi07")], mcpFile, 14, 0),
            gap(
                "G-0000000003", api, .contradictedStatement, nil, .high, "The evidence contradicts a statement",
                "any shell command", [control(rmf, "govern-1.1")], text("statements.yaml"), 5, nil),
            gap(
                "G-0000000004", shop, .unreadEvidence, nil, .high, "broken.json could not be read", "it ends early",
                [control(asi, "asi01")], text("broken.json"), 1, nil),
        ]
    }

    var questions: [OpenQuestion] {
        [OpenQuestion(agent: shop, control: control(asi, "asi01.m1"))]
    }

    private func gap(
        _ id: String, _ agent: AgentID, _ cause: Gap.Cause, _ check: CheckID?, _ severity: Severity, _ title: String,
        _ detail: String, _ controls: [ControlID], _ path: String?, _ line: Int?, _ waiver: Int?
    ) -> Gap {
        Gap(
            id: GapID(id), agent: agent, cause: cause, check: check, severity: severity, title: text(title),
            detail: [text(detail)],
            remediation: remedy
                ?? text("Serve the endpoint over TLS and change the URL.")
                .split(whereSeparator: \.isNewline).joined(separator: " "),
            controls: controls, citations: path.map { [citation($0, line, 15)] } ?? [], valueDigest: Self.digest,
            waiver: waiver, owner: agent == api ? text("Platform team") : nil)
    }

    var evidence: Evidence {
        var evidence = Evidence()
        let files: [(String, String, String?)] = [
            (mcpFile, "read", nil), (settings, "read", nil), (text("statements.yaml"), "read", nil),
            (text("broken.json"), "refused", text("it ends early at 3:1")),
            (text("agent.toml"), "unsupported", text("no collector reads it")),
        ]
        for (path, status, reason) in files {
            evidence.record(
                .artifact, Provenance(agent: api, collector: "test"),
                [
                    "path": .text(path), "kind": .text(text("mcp configuration")), "status": .text(status),
                    "sha256": status == "read" ? .text(Self.digest) : .null, "bytes": 512, "reason": Value(reason),
                ])
        }
        evidence.record(
            .coverage, Provenance(agent: api, collector: "test"),
            ["table_name": "telemetry", "completeness": "partial", "reason": .text(text("not given"))])
        evidence.keep(line: 14, of: mcpFile, text: "      \"url\":  \"http://10.0.0.7/mcp\"," + text(""))
        evidence.keep(line: 4, of: settings, text: "    \"allow\": [\"Bash(*)\"]" + text(""))
        return evidence
    }
}
