extension Catalog {
    /// The profile with an identifier.
    public func profile(_ id: ProfileID) -> Profile? { profiles.first { $0.id == id } }

    /// The items that a profile chooses, the checks that show something of them, with the values that it sets.
    ///
    /// Checks of the assessment itself (whether files could be read) stay whatever is chosen: without them a profile
    /// could hide that nothing was seen.
    ///
    /// - Throws: `SQLProblem` for a value that a parameter cannot take.
    public func tailored(by profile: Profile) throws(SQLProblem) -> Catalog {
        var frameworks: [Framework] = []
        var shares: [Tailoring.Share] = []
        var leftOut: [ControlID: ControlID?] = [:]
        for framework in self.frameworks {
            guard let chosenFrom = profile.imports.first(where: { $0.framework == framework.id }) else { continue }
            let chosen = chosenFrom.chosen(from: framework)
            let items = framework.controls.filter { $0.kind != .group }
            for item in items where !chosen.contains(item.id) { leftOut.updateValue(item.parent, forKey: item.id) }
            shares.append(Tailoring.Share(framework: framework.id, chosen: chosen.count, total: items.count))
            if !chosen.isEmpty { frameworks.append(framework.keeping(chosen)) }
        }
        let kept = Set(frameworks.flatMap(\.controls).map(\.id))
        let needed = checks.filter { $0.isOfAssessment || $0.mappings.contains { kept.contains($0.control) } }
        var checks: [Check] = []
        for check in needed { checks.append(try check.tailored(by: profile)) }
        let settings = checks.flatMap { check in
            check.parameters.filter { profile.value(of: $0, in: check.id) != nil }
                .map { Tailoring.SetParameter(check: check.id, parameter: $0) }
        }
        let ids = Set(frameworks.map(\.id))
        return Catalog(
            frameworks: frameworks, checks: checks,
            mappings: mappings.filter { ids.contains($0.source) && ids.contains($0.target) }, profiles: profiles,
            tailoring: Tailoring(
                profile: profile, shares: shares.sorted { $0.framework < $1.framework }, settings: settings,
                leftOut: leftOut,
                leftOutChecks: Set(self.checks.map(\.id)).subtracting(checks.map(\.id))),
            digest: digest)
    }
}

extension Check {
    /// Whether it is about the assessment, not the agent: that files could be read shows nothing of an item.
    public var isOfAssessment: Bool { subject == .artifact || subject == .coverage }

    /// Whether the check reads what other scanners report: it can fail an item, and its silence shows nothing.
    public var isOfScanner: Bool { subject == .externalFinding }

    /// Whether the check reads what people hand over or not, logs of actions and registers of identities: where they do not
    /// tell, nothing of an item is missed.
    public var isOfRecords: Bool { [.action, .actionLog, .identity].contains(subject) }

    fileprivate func tailored(by profile: Profile) throws(SQLProblem) -> Check {
        var set: [CheckParameter] = []
        for parameter in parameters {
            set.append(
                try profile.value(of: parameter, in: id).map { value throws(SQLProblem) in
                    try parameter.setting(value)
                } ?? parameter)
        }
        return setting(set)
    }
}

extension Framework {
    /// The framework with some of its items, and the headings above them.
    ///
    /// An item whose parent is not among them moves up to the nearest that is.
    fileprivate func keeping(_ items: Set<ControlID>) -> Framework {
        let parents = Dictionary(controls.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        let groups = Set(controls.filter { $0.kind == .group }.map(\.id))
        var kept = items
        for item in items {
            for ancestor in sequence(first: item, next: { parents[$0] ?? nil }) where groups.contains(ancestor) {
                kept.insert(ancestor)
            }
        }
        return Framework(
            id: id, title: title, shortName: shortName, publisher: publisher, edition: edition, published: published,
            source: source, licence: licence, attribution: attribution, isDefault: isDefault,
            controls: controls.filter { kept.contains($0.id) }.map { control in
                let above = sequence(first: control.id, next: { parents[$0] ?? nil }).dropFirst()
                return control.moved(to: above.first { kept.contains($0) })
            }, references: references)
    }
}

extension Control {
    fileprivate func moved(to parent: ControlID?) -> Control {
        Control(
            id: id, parent: parent, kind: kind, title: title, statement: statement, observability: observability,
            question: question)
    }
}
