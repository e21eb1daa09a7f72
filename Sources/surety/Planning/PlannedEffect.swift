internal import Compliance
internal import Reporting
internal import Tracking

/// What a change does, in words.
struct PlannedEffect {
    private let change: PlannedChange
    /// Items that are named of each kind of move.
    private static let named = 12

    init(_ change: PlannedChange) { self.change = change }

    var isByHand: Bool { change.edits.isEmpty }

    /// The gaps that close, weigh less, or show.
    var summary: String {
        guard let difference = change.difference else {
            let gaps = change.group.gaps.count
            let items = Set(change.group.gaps.flatMap(\.controls)).count
            return "by hand; \(gaps == 1 ? "1 gap rests" : "\(gaps) gaps rest") on it, and \(items) items of frameworks"
        }
        let parts = [
            closed.isEmpty ? "" : "closes \(closed.joined(separator: ", "))",
            lighter.isEmpty ? "" : "lightens \(lighter.joined(separator: ", "))",
            heavier.isEmpty ? "" : "then weighs more \(heavier.joined(separator: ", "))",
            shown.isEmpty ? "" : "then shows \(shown.joined(separator: ", "))",
            moved(difference).isEmpty ? "moves no item's verdict by itself" : "",
            stays.isEmpty ? "" : "leaves \(stays.joined(separator: ", "))",
        ]
        return "tried on a copy: " + parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    var closed: [String] { change.closed.map { "\($0.id) \($0.severity.rawValue)" } }

    var lighter: [String] { change.lighter.map(weight) }

    var heavier: [String] { change.heavier.map(weight) }

    private func weight(_ pair: Difference.Pair) -> String {
        "\(pair.after.id) \(pair.before.severity.rawValue) to \(pair.after.severity.rawValue)"
    }

    /// Gaps of the cause that the edit does not close; beyond some they are counted.
    var stays: [String] {
        let all = change.stays.map { "\($0.id) \($0.severity.rawValue)" }
        return all.prefix(Self.named) + (all.count > Self.named ? ["\(all.count - Self.named) more"] : [])
    }

    /// What a person has to do beside the edit.
    var tasks: [String] { change.tasks }

    var shown: [String] { change.shown.map { "\($0.id) \($0.severity.rawValue)" } }

    /// The items whose verdict is another, framework by framework: `owasp-asi-2026 from a to b: asi01, asi03`.
    var moves: [String] {
        guard let difference = change.difference else { return [] }
        var order: [String] = []
        var items: [String: [String]] = [:]
        for move in moved(difference) {
            let name = move.key.name.split(separator: "/", maxSplits: 1).map(String.init)
            let head = "\(name.first ?? "") from \(verdict(move.before)) to \(verdict(move.after))"
            if items[head] == nil { order.append(head) }
            let item = name.last ?? ""
            if items[head]?.contains(item) != true { items[head, default: []].append(item) }
        }
        return order.map { head in
            let all = items[head] ?? []
            let more = all.count > Self.named ? " and \(all.count - Self.named) more" : ""
            return "\(head): \(all.prefix(Self.named).joined(separator: ", "))\(more)"
        }
    }

    private func moved(_ difference: Difference) -> [Difference.Change] {
        difference.controls.filter { verdict($0.before) != verdict($0.after) }
    }

    /// The verdict without its extent.
    private func verdict(_ value: String?) -> String {
        value.map { String($0.prefix { $0 != "," }) } ?? "not there"
    }
}
