internal import Compliance

extension SARIFDocument {
    /// What the reader is told, made one by one while it is written.
    var results: AnySequence<SARIFResult> {
        switch reader {
        case .everyone:
            let judged = assessment.checks.lazy.flatMap { [self] in
                results(of: $0, gap: index.gap($0.check, of: $0.agent))
            }
            let open = assessment.register.lazy.compactMap { [self] in result(of: $0) }
            return AnySequence([AnySequence(judged), AnySequence(open)].lazy.joined())
        case .github:
            // A sequence, made once from front to end: indices of a lazy collection would make each result anew for each.
            let open = AnySequence(assessment.gaps).lazy.flatMap { [self] gap -> [SARIFResult] in
                if gap.cause == .failingCheck, let check = gap.check {
                    let failures = index.checkResult(check, of: gap.agent).map { results(of: $0, gap: gap) } ?? []
                    return failures.filter { $0.kind == .fail }
                }
                return result(of: gap).map { [$0] } ?? []
            }
            return AnySequence(open.filter { $0.kind != .review && !$0.citations.isEmpty }.prefix(Limit.results))
        }
    }

    /// A result for each row that a check judged; one for the whole where it judged none.
    private func results(of result: CheckResult, gap: Gap?) -> [SARIFResult] {
        let check = index.checks[result.check]
        let controls = (check?.mappings.map(\.control) ?? []).filter { index.control($0) != nil }
        let waiver = gap.flatMap { index.waiver(of: $0) }.flatMap { $0.holds ? $0 : nil }
        func made(
            _ verdict: Verdict, _ message: String, _ citations: [Citation], _ severity: Severity? = nil
        ) -> SARIFResult {
            let failed = verdict == .notSatisfied
            return SARIFResult(
                rule: result.check.rawValue, kind: SARIFResult.Kind(verdict),
                severity: severity ?? check?.severity ?? .medium, message: message, agent: result.agent,
                citations: citations, controls: controls,
                identity: citations.first?.pointer ?? message, gap: failed ? gap?.id : nil,
                waiver: failed ? waiver : nil)
        }
        if result.findings.isEmpty {
            return [made(result.verdict, result.reason ?? result.verdict.rawValue, [])]
        }
        return result.findings.map { made($0.verdict, $0.message, $0.citations, $0.severity) }
    }

    /// A result for a gap that no check's result tells of already.
    private func result(of gap: Gap) -> SARIFResult? {
        guard let cause = SARIFCause(gap.cause) else { return nil }
        return SARIFResult(
            rule: cause.rawValue, kind: cause.kind, severity: gap.severity,
            message: ([gap.headline] + gap.facts).joined(separator: ": "), agent: gap.agent,
            citations: gap.citations, controls: gap.controls, identity: gap.id.rawValue, gap: gap.id, waiver: nil)
    }

    func write(_ result: SARIFResult) {
        json.member("ruleId", result.rule)
        json.given("ruleIndex", rulePositions[result.rule])
        json.member("kind", result.kind.rawValue)
        // GitHub reads the level alone; what could not be read is a note there.
        json.member("level", reader == .github && result.kind != .fail ? "note" : result.level)
        json.nested("message") { json.member("text", Self.message(text(result))) }
        json.key("locations")
        json.array(result.citations.prefix(Limit.locations)) { place in json.object { write(place) } }
        json.nested("partialFingerprints") { fingerprint(result) }
        if reader == .everyone {
            json.key("taxa")
            json.array(result.controls) { control in json.object { reference(control) } }
            suppressions(result.waiver)
            history(result)
        }
        json.nested("properties") {
            json.member("agent", result.agent.rawValue)
            json.given("gap", result.gap?.rawValue)
            guard let record = record(of: result) else { return }
            json.given("due", record.due)
            json.given("owner", record.owner)
            json.given("ticket", record.ticket)
        }
    }

    private func record(of result: SARIFResult) -> GapRecord? { result.gap.flatMap { assessment.records?[$0] } }

    /// When the result was detected first, §3.48.3, and the work item that tracks it where it has an address, §3.27.27.
    private func history(_ result: SARIFResult) {
        guard let record = record(of: result) else { return }
        if let item = record.ticket.flatMap(OSCALValues.href(ofLink:)) { json.texts("workItemUris", [item]) }
        guard let time = OSCALValues.dateTime(record.openedAt) else { return }
        json.nested("provenance") { json.member("firstDetectionTimeUtc", time) }
    }

    private func text(_ result: SARIFResult) -> String {
        let message = result.message.isEmpty ? result.rule : result.message
        guard reader == .github, let waiver = result.waiver else { return message }
        return "\(message) (waived until \(waiver.expiresOn), \(waiver.inOneSentence))"
    }

    private func write(_ place: Citation) {
        let line = max(place.line ?? 1, 1)
        let column = max(place.column ?? 1, 1)
        json.nested("physicalLocation") {
            location(place.artifact, indexed: true)
            guard reader == .github || place.line != nil else { return }
            json.nested("region") {
                json.member("startLine", line)
                json.member("startColumn", column)
                json.member("endLine", line)
                json.member("endColumn", column + 1)
            }
        }
        guard reader == .everyone, let pointer = place.pointer else { return }
        json.key("logicalLocations")
        json.array([pointer]) { pointer in json.object { json.member("fullyQualifiedName", pointer) } }
    }

    private func fingerprint(_ result: SARIFResult) {
        let place = result.citations.first?.artifact ?? ""
        let print = names.fingerprint([result.rule, result.agent.rawValue, place, result.identity])
        // A fleet's results are many: only those that fail are told apart by number, the others by what they say.
        let count = (fingerprints[print] ?? 0) + 1
        if result.kind == .fail { fingerprints[print] = count }
        json.member("primaryLocationLineHash", "\(print):\(count)")
    }

    /// Either every result of a run has suppressions or none, §3.27.23; an empty array says that it is not suppressed.
    private func suppressions(_ waiver: Waiver?) {
        json.key("suppressions")
        json.array(waiver.map { [$0] } ?? []) { waiver in
            json.object {
                json.member("kind", "external")
                json.member("status", "accepted")
                json.member("justification", "\(waiver.inOneSentence) (until \(waiver.expiresOn))")
            }
        }
    }

    /// A text as a SARIF message, §3.11.6: one line, in which no brackets make a link.
    static func message(_ text: String) -> String {
        let line = SafeText.line(text)
        guard line.contains("](") else { return line }
        return line.reduce(into: "") { escaped, character in
            if character == "[" || character == "]" || character == "\\" { escaped.append("\\") }
            escaped.append(character)
        }
    }
}
