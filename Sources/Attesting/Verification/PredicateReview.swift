public import Compliance

/// Whether assessing again gives what the statement says.
public struct PredicateReview {
    private let attested: JSONValue
    private let derived: JSONValue
    /// Differences that are named one by one; the rest is counted.
    private static let named = 20

    /// A comparison of a statement's predicate with one derived anew.
    public init(attested: JSONValue, derived: JSONValue) {
        self.attested = attested
        self.derived = derived
    }

    /// A review of an assessment that was made again, of reports in the attested editions.
    public init(attested: JSONValue, again: Assessment) {
        self.init(
            attested: attested, derived: AssessmentPredicate.value(of: again, editions: Self.editions(of: attested)))
    }

    /// What holds and what does not, the causes before their effects.
    public var outcomes: [Outcome] {
        digests + results("verdicts of checks and framework items", verdicts)
            + results("gaps", { Self.keyed($0["gaps"], by: "id") })
            + results("files that were not read", { Self.keyed($0["notRead"], by: "path") })
            + results("tables that were not seen in full", { Self.ofAgents("notSeen", $0) })
            + results("items that rest on a self-reported statement", { Self.ofAgents("selfReported", $0) })
            + results("items that rest on attested statements", { Self.ofAgents("attested", $0) })
            + results("counts", { Self.leaves($0["counts"] ?? [:], "") })
            + results(
                "what people state",
                {
                    Self.leaves(
                        [
                            "statements": $0["statements"] ?? .null, "questions": $0["questions"] ?? .null,
                            "statementKeys": $0["statementKeys"] ?? [],
                        ], "")
                })
    }

    /// The date that the statement is for; nil when it has none.
    public static func date(of predicate: JSONValue) -> String? { predicate["at"]?.string }

    /// The frameworks that were assessed.
    public static func frameworks(of predicate: JSONValue) -> [String] {
        predicate["frameworks"]?.elements.compactMap(\.string) ?? []
    }

    /// The profile that chose of the frameworks; nil when none did.
    public static func profile(of predicate: JSONValue) -> String? { predicate["profile"]?["id"]?.string }

    /// The keys that signatures under statements were held against.
    public static func statementKeys(of predicate: JSONValue) -> [StatementKey] {
        (predicate["statementKeys"]?.elements ?? []).compactMap { key in
            guard let claimant = key["claimant"]?.string, let id = key["sha256"]?.string else { return nil }
            return StatementKey(claimant: claimant, id: id)
        }
    }

    /// The name of the system that was assessed; nil when none was given.
    public static func system(of predicate: JSONValue) -> String? { predicate["system"]?.string }

    /// The editions of the reports, by the names of their formats.
    public static func editions(of predicate: JSONValue) -> [String: String] {
        (predicate["editions"]?.members ?? [:]).compactMapValues(\.string)
    }

    private var digests: [Outcome] {
        let named = [
            ("tool version", ["tool", "version"]), ("date", ["at"]), ("catalog digest", ["catalog", "sha256"]),
            ("evidence digest", ["evidence", "sha256"]),
        ]
        return named.map { name, path in
            let (old, new) = (Self.text(at: path, in: attested), Self.text(at: path, in: derived))
            return old == new
                ? Outcome(.holds, "\(name): \(new)") : Outcome(.differs, "\(name): is \(new), attested is \(old)")
        }
    }

    /// Compares two tables of texts.
    private func results(_ name: String, _ table: (JSONValue) -> [String: String]) -> [Outcome] {
        let (old, new) = (table(attested), table(derived))
        let different = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        if different.isEmpty { return [Outcome(.holds, "\(name): all \(new.count) as attested")] }
        let sentences = different.prefix(Self.named).map { key in
            Outcome(.differs, "\(key): is \(new[key] ?? "not there"), attested is \(old[key] ?? "not there")")
        }
        let more = different.count - sentences.count
        return sentences + (more > 0 ? [Outcome(.differs, "\(name): \(more) more differ")] : [])
    }

    /// The verdict of each check and item of each agent.
    private func verdicts(_ predicate: JSONValue) -> [String: String] {
        var found: [String: String] = [:]
        for agent in predicate["agents"]?.elements ?? [] {
            let name = agent["id"]?.string ?? ""
            Self.add(agent["checks"], "\(name) check ", to: &found)
            for (framework, lists) in agent["frameworks"]?.members ?? [:] {
                Self.add(lists, "\(name) \(framework)/", to: &found)
            }
        }
        return found
    }

    private static func ofAgents(_ member: String, _ predicate: JSONValue) -> [String: String] {
        (predicate["agents"]?.elements ?? []).reduce(into: [:]) { found, agent in
            found.merge(leaves(agent[member] ?? [:], agent["id"]?.string ?? "")) { $1 }
        }
    }

    private static func add(_ lists: JSONValue?, _ prefix: String, to found: inout [String: String]) {
        for (verdict, items) in lists?.members ?? [:] {
            // An item under two verdicts has both, and equals neither.
            for item in items.elements.compactMap(\.string) {
                found[prefix + item] =
                    found[prefix + item].map { [$0, verdict].sorted().joined(separator: " and ") } ?? verdict
            }
        }
    }

    /// Records by one of their members; the text of one is its canonical bytes.
    private static func keyed(_ list: JSONValue?, by key: String) -> [String: String] {
        (list?.elements ?? []).reduce(into: [:]) { found, record in
            found[record[key]?.string ?? "", default: ""] += String(decoding: record.canonical, as: UTF8.self)
        }
    }

    private static func leaves(_ value: JSONValue, _ path: String) -> [String: String] {
        guard case .object(let members) = value else {
            return [path: String(decoding: value.canonical, as: UTF8.self)]
        }
        return members.reduce(into: [:]) { found, member in
            found.merge(leaves(member.value, path.isEmpty ? member.key : "\(path) \(member.key)")) { $1 }
        }
    }

    private static func text(at path: [String], in value: JSONValue) -> String {
        path.reduce(value as JSONValue?) { $0?[$1] }?.string ?? "not given"
    }
}
