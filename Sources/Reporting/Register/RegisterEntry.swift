internal import Compliance

/// A gap as a row of a register.
struct RegisterEntry {
    let gap: Gap
    let index: AssessmentIndex
    /// The gap that stands for its entry in the reports.
    let group: GapID
    /// The agent that it is open on.
    let agent: AgentSummary?

    private var assessment: Assessment { index.assessment }
    private var waiver: Waiver? { index.waiver(of: gap) }
    private var check: Check? { gap.check.flatMap { index.checks[$0] } }

    /// Whether somebody accepted the risk, and that still holds.
    var isAccepted: Bool { waiver?.holds == true }

    /// What stands in a field.
    func value(of field: RegisterField) -> RegisterValue {
        switch field {
        case .id, .group, .status, .cause, .severity, .title, .description, .facts, .remediation, .valueDigest,
            .comments:
            about(field)
        case .agent: .text(gap.agent.rawValue)
        case .product: .init(agent?.product)
        case .kind: .init(agent?.kind)
        case .purpose: .init(agent?.purpose)
        case .owner: .init(index.owner(of: gap))
        case .openedOn, .daysOpen, .due, .overdue, .ticket, .regressions, .notes: tracked(field)
        case .check, .rationale, .references, .controls, .controlTitles, .frameworks: judged(field)
        case .evidence: .list(places)
        case .path: .init(gap.citations.first?.artifact)
        case .line: gap.citations.first?.line.map { .number($0) } ?? .none
        case .sha256: .init(gap.citations.first?.sha256)
        case .waiver: .init(waiver?.inOneSentence)
        case .waiverApprover: .init(waiver?.approver)
        case .waiverReason: .init(waiver?.reason)
        case .waiverExpires: isAccepted ? .init(day: waiver?.expiresOn) : .none
        case .system: .init(assessment.system)
        case .assessedOn: .init(day: assessment.at)
        case .assessedAt: .text(assessment.at)
        case .tool: .text("Surety \(assessment.toolVersion)")
        case .evidenceSHA256: .text(assessment.evidenceDigest)
        case .catalogSHA256: .text(assessment.catalog.digest)
        }
    }

    private func about(_ field: RegisterField) -> RegisterValue {
        switch field {
        case .id: .text(gap.id.rawValue)
        case .group: .text(group.rawValue)
        case .status: .text(isAccepted ? "accepted" : gap.isWeakness ? "open" : "not-assessed")
        case .cause: .text(gap.cause.rawValue)
        case .severity: .text(gap.severity.rawValue)
        case .title: .text(gap.headline)
        case .facts: .list(gap.facts)
        case .remediation: .text(gap.remediation)
        case .valueDigest: gap.valueDigest.isEmpty ? .none : .text(gap.valueDigest)
        case .comments: .text(comments)
        default: .text(account)
        }
    }

    private func tracked(_ field: RegisterField) -> RegisterValue {
        let record = index.record(of: gap)
        switch field {
        case .openedOn: return .init(day: index.openedAt(gap))
        case .daysOpen: return index.isTracked ? .number(index.age(of: gap)) : .none
        case .due: return .init(day: record?.due)
        case .overdue: return index.isTracked ? .text(index.isOverdue(gap) ? "yes" : "no") : .none
        case .ticket: return .init(record?.ticket)
        case .regressions: return record.map { .number($0.regressions) } ?? .none
        default: return record.map { .list($0.remarks) } ?? .none
        }
    }

    private func judged(_ field: RegisterField) -> RegisterValue {
        switch field {
        case .check: .init(gap.check?.rawValue)
        case .rationale: .init(check?.rationale)
        case .references: .list(check?.references ?? [])
        case .controls: .list(gap.controls.map(\.rawValue))
        case .controlTitles:
            .list(gap.controls.map { id in index.control(id).map { "\(id): \($0.title)" } ?? id.rawValue })
        default: .list(frameworks)
        }
    }

    private var frameworks: [String] {
        var seen: Set<FrameworkID> = []
        return gap.controls.map(\.framework).filter { seen.insert($0).inserted }.map { id in
            assessment.catalog.framework(id).map { "\($0.shortName) (\($0.edition))" } ?? id.rawValue
        }
    }

    /// Each place once.
    private var places: [String] {
        var seen: Set<String> = []
        return gap.citations.map(\.place).filter { seen.insert($0).inserted }
    }

    private var account: String {
        let places = places.joined(separator: ", ")
        return ([gap.headline, "Agent: \(gap.agent)"] + gap.facts + (places.isEmpty ? [] : ["Evidence: \(places)"]))
            .joined(separator: " | ")
    }

    private var comments: String {
        var parts = ["Severity \(gap.severity.rawValue); \(gap.cause.words.lowercased())."]
        if let waiver {
            parts.append(
                waiver.holds
                    ? "Risk \(waiver.inOneSentence) (until \(waiver.expiresOn)). The finding stands."
                    : "Waiver \(waiver.inOneSentence).")
        }
        if group != gap.id { parts.append("Closes with \(group).") }
        if let record = index.record(of: gap) {
            let facts = [record.cameBack, record.ticket.map { "ticket \($0)" }].compactMap(\.self)
            if !facts.isEmpty { parts.append("\(facts.joined(separator: "; ").capitalizedFirst).") }
            parts += record.remarks.map { "Note by \($0)" }
        }
        return parts.joined(separator: " ")
    }
}

extension Gap {
    /// Whether something was found; otherwise it was only not assessed, which is no finding and no pass.
    var isWeakness: Bool { cause != .unstatedValue && cause != .missingStatement }
}
