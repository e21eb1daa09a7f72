internal import Compliance

/// What holds of an identity that two files describe: what only one knows, and the worse where they differ.
enum WorseValue {
    /// Words of columns, the worst first.
    private static let orders: [String: [String]] = [
        "breadth": ["any", "broad", "narrow"], "standing": ["standing", "just-in-time"],
        "authentication": ["password", "key", "token", "certificate", "managed", "federated"],
        "owner_kind": ["gone", "nobody", "named", "team", "person"],
    ]
    private static let worseFalse: Set<String> = ["expires"]
    private static let latest: Set<String> = ["last_used_at", "expires_at"]

    /// The columns of both.
    static func merged(_ first: [String: Value], _ second: [String: Value]) -> [String: Value] {
        var all = first.merging(second) { $0 == .null ? $1 : $0 }
        for (column, value) in second where value != .null {
            guard let known = first[column], known != .null, known != value else { continue }
            all[column] = worse(column, known, value)
        }
        // An owner and what kind of owner it is belong together.
        let isOfSecond = first["owner_kind"] != nil && all["owner_kind"] != first["owner_kind"]
        if isOfSecond { all["owner"] = second["owner"] ?? .null }
        return all
    }

    private static func worse(_ column: String, _ left: Value, _ right: Value) -> Value {
        if let order = orders[column], let a = left.text, let b = right.text {
            return (order.firstIndex(of: a) ?? 0) <= (order.firstIndex(of: b) ?? 0) ? left : right
        }
        if column == "environment" { return "mixed" }
        if let a = left.boolean, let b = right.boolean {
            return .boolean(worseFalse.contains(column) ? a && b : a || b)
        }
        if let a = left.integer, let b = right.integer { return .integer(max(a, b)) }
        guard column.hasSuffix("_at"), let a = left.text, let b = right.text else { return left }
        return .text(latest.contains(column) ? max(a, b) : min(a, b))
    }
}
