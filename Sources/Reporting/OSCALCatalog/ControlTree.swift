internal import Compliance

/// The items of a framework as the tree that OSCAL makes of them, with the tokens that name them there.
struct ControlTree {
    /// What an item, or a run of items, becomes.
    enum Branch {
        case group(Control)
        case control(Control)
        /// Controls between groups: OSCAL lets a group hold groups or controls, not both.
        case ungrouped([Control])
    }

    /// Items that belong to no other.
    let roots: [Control]

    private let children: [ControlID: [Control]]
    private let tokens: [ControlID: String]
    private let headings: Set<ControlID>

    init(_ framework: Framework) {
        let known = Set(framework.controls.map(\.id))
        roots = framework.controls.filter { $0.parent.map { !known.contains($0) } ?? true }
        children = Dictionary(grouping: framework.controls.filter { $0.parent != nil }) { $0.parent ?? $0.id }
        var used: Set<String> = []
        var tokens: [ControlID: String] = [:]
        for control in framework.controls {
            // Two identifiers may differ only in what a token cannot hold; parts take the token as their beginning.
            var token = OSCALNames.token(control.id)
            while !used.insert(token).inserted || token.hasSuffix("_smt") || token.hasSuffix("_qst") { token += "_" }
            tokens[control.id] = token
        }
        self.tokens = tokens
        headings = Set(framework.controls.filter { $0.kind == .group }.map(\.id))
    }

    /// Whether an item is a heading without a verdict.
    func isHeading(_ id: ControlID) -> Bool { headings.contains(id) }

    /// Items that belong to an item.
    func children(of control: Control) -> [Control] { children[control.id] ?? [] }

    /// The token that names an item.
    func token(_ control: Control) -> String { token(control.id) }

    /// The token of an item's identifier.
    func token(_ id: ControlID) -> String { tokens[id] ?? OSCALNames.token(id) }

    /// Items beside each other, as groups and controls in the order of the framework.
    ///
    /// At the top they stand in the catalog itself, which holds controls and then groups.
    func branches(_ controls: [Control], isTop: Bool) -> [Branch] {
        let areGroups = controls.map(isGroup)
        let first = areGroups.firstIndex(of: true) ?? controls.count
        let isMixed = areGroups.contains(false) && areGroups.contains(true)
        let isInOrder = isTop && !areGroups[first...].contains(false)
        guard isMixed && !isInOrder else {
            return zip(controls, areGroups).map { $1 ? .group($0) : .control($0) }
        }
        var branches: [Branch] = []
        for (control, isGroup) in zip(controls, areGroups) {
            if isGroup {
                branches.append(.group(control))
            } else if case .ungrouped(let run) = branches.last {
                branches[branches.count - 1] = .ungrouped(run + [control])
            } else {
                branches.append(.ungrouped([control]))
            }
        }
        return branches
    }

    /// A heading with nothing below it has a statement to show, as a control has it.
    private func isGroup(_ control: Control) -> Bool { control.kind == .group && !children(of: control).isEmpty }
}
