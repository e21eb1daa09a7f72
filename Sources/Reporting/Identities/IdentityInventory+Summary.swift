internal import Compliance

extension IdentityInventory {
    /// How many identities there are, and what is remarkable about them; what is not known is counted, too.
    public var summary: [String] {
        guard !isEmpty else { return ["No agent was found: nothing was looked at."] }
        let behind = Counted.of(agents, "agent")
        guard !identities.isEmpty else {
            return ["\(behind); their files name no identity. What they hold elsewhere was not looked at."]
        }
        let unnamed = count { $0.agents.isEmpty }
        return [
            "\(Counted.of(identities.count, "identity", "identities")) behind \(behind)"
                + (unnamed > 0 ? "; \(unnamed) of them no agent names." : "."),
            people,
            "Standing: \(count { $0.standing == "standing" }), just-in-time: \(count { $0.standing == "just-in-time" }), "
                + "not known: \(count { $0.standing == nil }).",
            "Broad: \(count { ["any", "broad"].contains($0.breadth) }), narrow: \(count { $0.breadth == "narrow" }), "
                + "not known: \(count { $0.breadth == nil }); administrators: \(count { $0["privileged"] == true }).",
            "Shared: \(count { $0.isShared == true }), not shared: \(count { $0.isShared == false }), "
                + "not known: \(count { $0.isShared == nil }).",
        ] + [keys, use].compactMap(\.self)
    }

    /// The ratio of people to identities, which nobody can tell where no owner is named.
    private var people: String {
        let kinds = Dictionary(identities.flatMap(\.owners).map { ($0.name, $0.kind) }) { Self.told($1, $0) ? $1 : $0 }
        let counts = Dictionary(kinds.values.map { ($0, 1) }, uniquingKeysWith: +)
        let (teams, unsaid) = (counts["team"] ?? 0, counts["named"] ?? 0)
        let persons = (counts["person"] ?? 0) + unsaid
        let unknown = count { $0.owners.isEmpty && !$0.isOrphan }
        let rest =
            (unsaid > 0 ? "of \(unsaid) of them is not said whether they are people; " : "")
            + "teams: \(teams); nobody answers for \(count(\.isOrphan)), not known for \(unknown)."
        guard persons > 0 else { return "People to identities: not known, no person is named as owner; \(rest)" }
        let tenths = (identities.count * 10 + persons / 2) / persons
        return "People to identities: \(persons) to \(identities.count) "
            + "(\(tenths / 10).\(tenths % 10) identities for each); \(rest)"
    }

    /// Of two kinds of one owner the one that says more.
    private static func told(_ left: String, _ right: String) -> Bool {
        let order = ["person", "team", "named", "gone"]
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }

    private var keys: String? {
        let holding = identities.filter { ($0["keys"].integer ?? 0) > 0 }
        guard !holding.isEmpty else { return nil }
        let ages = holding.compactMap { $0["rotated_days"].integer }
        return "Keys that stay: held by \(Counted.of(holding.count, "identity", "identities"))"
            + (ages.max().map { "; the oldest is \(Counted.of($0, "day")) old." } ?? "; how old they are is not known.")
    }

    private var use: String? {
        let longest = identities.filter { $0["used"] != false }.compactMap { $0["unused_days"].integer }.max()
        let never = count { $0["used"] == false }
        guard longest != nil || never > 0 else { return nil }
        return "Unused: " + (longest.map { "longest for \(Counted.of($0, "day")); " } ?? "") + "never used: \(never)."
    }

    private func count(_ holds: (Identity) -> Bool) -> Int { identities.count(where: holds) }
}
