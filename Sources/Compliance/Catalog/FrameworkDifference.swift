/// What became of the items of a framework in another, most often its next edition.
///
/// Editions renumber: an id that both have may name two different things. Items are the same when their titles are, and
/// related when a mapping between the two says so; ids decide nothing.
public struct FrameworkDifference: Sendable {
    /// What became of one item.
    public enum Change: Sendable, Hashable {
        /// The same title under the same id.
        case kept(ControlID)
        /// The same title under another id.
        case renumbered(from: ControlID, to: ControlID)
        /// Another title, and a row of a mapping that relates the two; nil for a concept crosswalk.
        case related(from: ControlID, to: ControlID, Relationship?)
        /// Neither.
        case removed(ControlID)
        /// Nothing of the older framework leads to it.
        case added(ControlID)
    }

    /// The changes: items of the older in published order, then what the newer adds.
    public let changes: [Change]
    /// Ids that both have and that name different things, as items of the newer.
    public let reused: [ControlID]

    /// Compares two frameworks, with the mappings between them.
    public init(from older: Framework, to newer: Framework, mappings: [Mapping]) {
        let new = newer.controls.filter { $0.kind != .group }
        let byTitle = Dictionary(new.map { (Self.key($0.title), $0.id) }, uniquingKeysWith: { first, _ in first })
        let rows = mappings.flatMap { $0.rows + $0.rows.map(\.reversed) }
            .filter { $0.source.framework == older.id && $0.target.framework == newer.id }
        let byItem = Dictionary(grouping: rows.filter { $0.relationship != .noRelationship }, by: \.source)
        var changes: [Change] = []
        var reached: Set<ControlID> = []
        for control in older.controls where control.kind != .group {
            if let same = byTitle[Self.key(control.title)] {
                reached.insert(same)
                changes.append(same.item == control.id.item ? .kept(same) : .renumbered(from: control.id, to: same))
            } else if let rows = byItem[control.id] {
                for row in rows {
                    reached.insert(row.target)
                    changes.append(.related(from: control.id, to: row.target, row.relationship))
                }
            } else {
                changes.append(.removed(control.id))
            }
        }
        self.changes = changes + new.filter { !reached.contains($0.id) }.map { .added($0.id) }
        let titles = Dictionary(
            older.controls.filter { $0.kind != .group }.map { ($0.id.item, Self.key($0.title)) },
            uniquingKeysWith: { first, _ in first })
        reused = new.filter { control in titles[control.id.item].map { $0 != Self.key(control.title) } ?? false }.map(
            \.id)
    }

    private static func key(_ title: String) -> String {
        title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
