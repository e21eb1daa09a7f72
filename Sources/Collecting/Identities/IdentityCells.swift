internal import Compliance
internal import Documents

/// The cells of a row of the plain register as values, and what of them is not understood.
struct IdentityCells {
    private let row: IdentitySheet.Row
    /// Cells that do not count, by the names of their columns; never what stands in them.
    private(set) var problems: [String] = []

    private static let unknown: Set<String> = ["?", "unknown", "not known", "n/a"]
    private static let providers = [
        "amazon": "aws", "azure ad": "azure", "entra": "azure", "gcp": "google-cloud", "google": "google-cloud",
        "k8s": "kubernetes", "microsoft": "azure",
    ]
    private static let production: Set<String> = ["live", "prod", "production"]
    private static let others: Set<String> = [
        "ci", "dev", "development", "integration", "lab", "other", "preprod", "pre-production", "qa", "sandbox",
        "stage", "staging", "test", "testing", "uat",
    ]

    init(_ row: IdentitySheet.Row) { self.row = row }

    /// The columns of `identity`.
    mutating func columns() -> [String: Value] {
        var columns: [String: Value] = [:]
        for name in ["kind", "standing", "breadth", "authentication"] { columns[name] = word(name) }
        for name in ["privileged", "interactive", "human_use", "third_party"] { columns[name] = truth(name) }
        for name in ["keys", "users"] { columns[name] = number(name) }
        for name in ["created_at", "reviewed_at"] { columns[name] = date(name) }
        let isSilent = cell("enabled") == nil
        columns["enabled"] = isSilent ? true : truth("enabled")
        if let provider = cell("provider") {
            columns["provider"] = Value(
                Self.providers[provider.lowercased()] ?? IdentityText.plain(provider.lowercased()))
        }
        columns["environment"] = environment()
        columns.merge(owner()) { $1 }
        columns.merge(life(created: columns["created_at"] ?? .null)) { $1 }
        return columns.filter { $0.value != .null }
    }

    private func cell(_ name: String) -> String? {
        guard let text = row[name], !Self.unknown.contains(text.lowercased()) else { return nil }
        return text
    }

    private mutating func word(_ name: String) -> Value {
        guard let text = cell(name)?.lowercased() else { return .null }
        let words = EvidenceSchema.schema(of: .identity).ownColumns.first { $0.name == name }?.vocabulary ?? []
        if words.contains(text) { return .text(text) }
        problems.append("\(name) is one of \(words.joined(separator: ", "))")
        return .null
    }

    private mutating func truth(_ name: String) -> Value {
        guard let text = cell(name)?.lowercased() else { return .null }
        if ["yes", "true", "y", "1"].contains(text) { return true }
        if ["no", "false", "n", "0"].contains(text) { return false }
        problems.append("\(name) is yes or no")
        return .null
    }

    private mutating func number(_ name: String) -> Value {
        guard let text = cell(name) else { return .null }
        if let number = Int(text), (0...1_000_000).contains(number) { return .integer(number) }
        problems.append("\(name) is a number from 0")
        return .null
    }

    private mutating func date(_ name: String) -> Value {
        guard let text = cell(name) else { return .null }
        if let date = IdentityDate.text(text) { return .text(date) }
        problems.append("\(name) is no date of the form YYYY-MM-DD or RFC 3339")
        return .null
    }

    private mutating func environment() -> Value {
        let words = (cell("environment") ?? "").lowercased().split(separator: ";").map { word in
            word.trimmed { $0 == " " }
        }
        guard !words.isEmpty else { return .null }
        guard words.allSatisfy({ Self.production.contains($0) || Self.others.contains($0) || $0 == "mixed" }) else {
            problems.append("environment is production, test, staging and the like, separated by semicolons")
            return .null
        }
        let isProduction = words.contains(where: Self.production.contains)
        if words.contains("mixed") || isProduction && words.contains(where: Self.others.contains) { return "mixed" }
        return isProduction ? "production" : "other"
    }

    private mutating func owner() -> [String: Value] {
        let name = cell("owner").flatMap(IdentityText.plain)
        if let name, ["nobody", "none", "-"].contains(name.lowercased()) { return ["owner_kind": "nobody"] }
        let kind = word("owner_kind")
        if kind == "nobody" { return ["owner_kind": kind] }
        guard let name else { return ["owner_kind": kind == "gone" ? kind : .null] }
        return ["owner": .text(name), "owner_kind": kind == .null ? "named" : kind]
    }

    /// When it was used, replaced, and will end; `never` is an answer, too.
    private mutating func life(created: Value) -> [String: Value] {
        let isNever = { (text: String?) in text?.lowercased() == "never" }
        var columns: [String: Value] = [:]
        if isNever(cell("last_used_at")) {
            columns["used"] = false
        } else {
            columns["last_used_at"] = date("last_used_at")
            if columns["last_used_at"] != .null { columns["used"] = true }
        }
        columns["rotated_at"] = isNever(cell("rotated_at")) ? created : date("rotated_at")
        if isNever(cell("expires_at")) {
            columns["expires"] = false
        } else {
            columns["expires_at"] = date("expires_at")
            if columns["expires_at"] != .null { columns["expires"] = true }
        }
        return columns
    }
}
