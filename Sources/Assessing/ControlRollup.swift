internal import Compliance
internal import Parallel

/// Rolls the verdicts of checks and statements up to the items of the frameworks.
struct ControlRollup {
    private struct Requirement {
        let check: CheckID
        /// Position of the check in the catalog.
        let position: Int
        let relationship: Relationship
        /// Whether the check is about the assessment, not the agent: that files could be read shows nothing of an item.
        let isOfAssessment: Bool
        /// Whether the check reads other scanners' reports.
        let isOfScanner: Bool
        /// Whether the check reads logs of actions or registers of identities.
        let isOfRecords: Bool
    }

    /// Items that have a verdict, in published order.
    private let controls: [Control]
    private let requirements: [ControlID: [Requirement]]
    private let children: [ControlID: [Control]]
    /// Items that the profile leaves out, by what they belong to.
    private let leftOut: [ControlID: [ControlID]]
    private let statements: [AgentID: [ControlID: [Int]]]
    private let checkStatements: [AgentID: [CheckID: [Int]]]
    private let inference: MappingInference
    /// What was found before, by the verdicts of all checks, for agents of which nobody states anything.
    private let known = Memo<[Verdict], AgentResults>()

    init(catalog: Catalog, statements: [Statement], inference: MappingInference) {
        self.inference = inference
        let all = catalog.frameworks.flatMap(\.controls)
        controls = all.filter { $0.kind != .group }
        var requirements: [ControlID: [Requirement]] = [:]
        for (position, check) in catalog.checks.enumerated() {
            for mapping in check.mappings {
                requirements[mapping.control, default: []].append(
                    Requirement(
                        check: check.id, position: position, relationship: mapping.relationship,
                        isOfAssessment: check.isOfAssessment, isOfScanner: check.isOfScanner,
                        isOfRecords: check.isOfRecords))
            }
        }
        self.requirements = requirements.mapValues { $0.sorted { $0.check < $1.check } }
        var children: [ControlID: [Control]] = [:]
        for control in all {
            control.parent.map { children[$0, default: []].append(control) }
        }
        self.children = children
        leftOut = catalog.tailoring?.leftOutParts ?? [:]
        var valid: [AgentID: [ControlID: [Int]]] = [:]
        var forChecks: [AgentID: [CheckID: [Int]]] = [:]
        for (position, statement) in statements.enumerated() where statement.standing == .valid {
            statement.control.map { valid[statement.agent, default: [:]][$0, default: []].append(position) }
            statement.check.map { forChecks[statement.agent, default: [:]][$0, default: []].append(position) }
        }
        self.statements = valid
        self.checkStatements = forChecks
    }

    /// The results of all items of all frameworks for one agent, and which of them wait for a person.
    ///
    /// They follow from the verdicts of all checks of the catalog, given in its order: agents whose checks say the same
    /// share what is said of them.
    func results(for agent: AgentID, checks: [Verdict]) -> AgentResults {
        let isStatedOf = statements[agent] != nil || checkStatements[agent] != nil
        guard !isStatedOf else { return worked(for: agent, checks: checks) }
        return known.value(of: checks) { worked(for: agent, checks: checks) }.said(of: agent)
    }

    private func worked(for agent: AgentID, checks: [Verdict]) -> AgentResults {
        var found: [ControlID: ControlResult] = [:]
        // Parts stand below the item that they belong to: read backwards, they are known when it needs them.
        for control in controls.reversed() {
            let parts = (children[control.id] ?? []).compactMap { found[$0.id] }
            found[control.id] = result(of: control, for: agent, checks: checks, parts: parts)
        }
        return AgentResults(inference.marking(controls.compactMap { found[$0.id] }))
    }

    private func result(
        of control: Control, for agent: AgentID, checks: [Verdict], parts: [ControlResult]
    ) -> ControlResult {
        // What a scanner reports can fail an item; what it does not report neither shows it nor is missed.
        let requirements = (requirements[control.id] ?? []).filter {
            (!$0.isOfScanner || checks[$0.position] == .notSatisfied)
                // Logs and registers are handed over or not: what they do not tell is said of them, and no item waits for it.
                && (!$0.isOfRecords || checks[$0.position] != .undetermined)
        }
        let vouched = statements[agent]?[control.id] ?? []
        // Where configuration cannot speak, a person's statement for the check does; it never outweighs a failure.
        let spoken = checkStatements[agent] ?? [:]
        let verdicts = requirements.map { requirement in
            let verdict = checks[requirement.position]
            return (requirement, verdict == .undetermined && spoken[requirement.check] != nil ? .satisfied : verdict)
        }
        let cited =
            vouched + requirements.flatMap { checks[$0.position] == .undetermined ? spoken[$0.check] ?? [] : [] }

        let bearing = verdicts.filter { $0.1 != .notApplicable && !($0.1 == .satisfied && $0.0.isOfAssessment) }
            .map { CheckVerdict($0.0.check, $0.1) }
        let shown =
            verdicts.contains { $0.1 == .satisfied && !$0.0.isOfAssessment } || !vouched.isEmpty
            || parts.contains { $0.extent != .none }
        let missing = missing(control, verdicts, parts, isVouched: !vouched.isEmpty)
        let verdict = verdict(control, verdicts, parts, isVouched: !vouched.isEmpty, isComplete: missing.isEmpty)
        let extent: ControlResult.Extent =
            switch verdict {
            case .satisfied: .full
            case .notApplicable: .none
            default: shown ? .partial : .none
            }
        return ControlResult(
            control: control.id, agent: agent, verdict: verdict, extent: extent,
            checks: bearing, statements: cited,
            missing: verdict == .notApplicable ? [] : missing)
    }

    private func verdict(
        _ control: Control, _ verdicts: [(Requirement, Verdict)], _ parts: [ControlResult], isVouched: Bool,
        isComplete: Bool
    ) -> Verdict {
        let fails = verdicts.contains { $0.1 == .notSatisfied && $0.0.relationship.failsTheWhole }
        if fails || parts.contains(where: { $0.verdict == .notSatisfied }) { return .notSatisfied }
        let isDecided = verdicts.contains { $0.0.relationship != .intersectsWith }
        if isDecided && verdicts.allSatisfy({ $0.1 == .notApplicable }) && parts.isEmpty && leftOut[control.id] == nil
            && !isVouched
            && control.observability == .direct
        {
            return .notApplicable
        }
        guard isComplete else { return .undetermined }
        let isShown =
            isVouched || parts.contains { $0.verdict == .satisfied }
            || verdicts.contains {
                $0.1 == .satisfied && !$0.0.isOfAssessment
                    && ($0.0.relationship.showsTheWhole || suffices(control, $0.0))
            }
        return isShown ? .satisfied : .undetermined
    }

    /// Whether checks that are parts of an item can show it together: only of a control whose core is configuration.
    ///
    /// An outcome or a risk is wider than any configuration, and needs a statement beside it.
    private func suffices(_ control: Control, _ requirement: Requirement) -> Bool {
        control.kind == .control && control.observability == .direct && requirement.relationship == .subsetOf
    }

    private func missing(
        _ control: Control, _ verdicts: [(Requirement, Verdict)], _ parts: [ControlResult], isVouched: Bool
    ) -> [Missing] {
        var missing: [Missing] = []
        for (requirement, verdict) in verdicts {
            guard verdict == .notSatisfied || verdict == .undetermined else { continue }
            missing.append(.check(requirement.check, verdict))
        }
        let open = parts.filter { $0.verdict != .satisfied && $0.verdict != .notApplicable }
        if !open.isEmpty {
            missing.append(.parts(open.map(\.control)))
        }
        if let leftOut = leftOut[control.id] { missing.append(.leftOut(leftOut)) }
        let isWhole = verdicts.contains { $0.1 == .satisfied && $0.0.relationship.showsTheWhole }
        let needsPerson = control.observability != .direct || control.kind != .control
        if parts.isEmpty && needsPerson && !isVouched && !isWhole {
            missing.append(.statement(control.demand))
        } else if verdicts.isEmpty && parts.isEmpty && !isVouched {
            missing.append(.evidence)
        }
        return missing
    }
}
