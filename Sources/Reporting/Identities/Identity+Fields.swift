internal import Compliance

extension Identity {
    /// Columns of the inventory for programs.
    static let columns = [
        "identity", "kind", "provider", "agents", "owners", "owner_kind", "holders", "storage", "breadth", "privileged",
        "standing", "authentication", "keys", "age_days", "unused_days", "never_used", "rotated_days", "expires_days",
        "reviewed_days", "lifetime_seconds", "revocation_minutes", "users", "shared", "interactive", "human_use",
        "third_party", "environment", "enabled", "obtainable_by", "place",
    ]
    /// Columns of the inventory for people.
    static let header = [
        "IDENTITY", "KIND", "AGENTS", "OWNER", "AGE", "UNUSED", "KEYS", "STANDING", "BREADTH", "SHARED", "PLACE",
    ]

    /// The values of `columns`; null where a thing is not known.
    var fields: [Value] {
        [
            .text(name), kind, self["provider"], Value(agents.map(\.rawValue).joined(separator: ", ").nonEmpty),
            Value(owners.map(\.name).joined(separator: ", ").nonEmpty), self["owner_kind"], list("holder"),
            list("storage"), Value(breadth), self["privileged"], Value(standing), self["authentication"], self["keys"],
            self["age_days"], self["unused_days"], Value(self["used"].boolean.map { !$0 }), self["rotated_days"],
            self["expires_days"], self["reviewed_days"], Value(lifetime),
            Value(credentials.compactMap { $0["revocation_minutes"].integer }.max()), self["users"], Value(isShared),
            self["interactive"], self["human_use"], self["third_party"], self["environment"], self["enabled"],
            list("obtainable_by"), .text(place),
        ]
    }

    /// The values of `header` in words.
    var cells: [String] {
        let others = agents.count > 1 ? " and \(agents.count - 1) more" : ""
        let owner = isOrphan ? self["owner_kind"].description : owners.map(\.name).joined(separator: ", ").nonEmpty
        return [
            name, kind.description, agents.first.map { $0.rawValue + others } ?? "none", owner ?? "not known",
            days("age_days"), self["used"] == false ? "never used" : days("unused_days"), keys,
            standing ?? "not known", self["privileged"] == true ? "administrator" : breadth ?? "not known",
            isShared.map { $0 ? "yes" : "no" } ?? "not known", place,
        ]
    }

    private var kind: Value {
        let told = self["kind"]
        return told == .null ? list("kind") : told
    }

    private var keys: String {
        guard let count = self["keys"].integer else { return "not known" }
        guard count > 0 else { return "none" }
        return "\(count), " + (self["rotated_days"].integer.map { Counted.of($0, "day") + " old" } ?? "age not known")
    }

    private func days(_ column: String) -> String { self[column].integer.map { Counted.of($0, "day") } ?? "not known" }

    private func list(_ column: String) -> Value { Value(words(column).joined(separator: ", ").nonEmpty) }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
