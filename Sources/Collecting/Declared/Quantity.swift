internal import Documents

/// Quantities as Kubernetes and Compose write them: `500m`, `0.5`, `512Mi`, `2g`.
///
/// <https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/>,
/// <https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values>
enum Quantity {
    private static let units: [(suffix: String, factor: Double)] = [
        ("ki", 1024), ("mi", 1_048_576), ("gi", 1_073_741_824), ("ti", 1_099_511_627_776), ("kb", 1024),
        ("mb", 1_048_576), ("gb", 1_073_741_824), ("k", 1024), ("g", 1_073_741_824), ("t", 1_099_511_627_776),
        ("b", 1),
    ]

    /// The number; nil when it is not written as one.
    static func value(_ node: Node?) -> Double? {
        if let number = node?.number { return number }
        guard let text = node?.string?.filter({ !$0.isWhitespace }) else { return nil }
        if let number = Double(text) { return number }
        // Kubernetes: `m` is a thousandth, `M` a million; Compose writes megabytes as `m`, which `bytes` reads.
        if text.hasSuffix("m"), let number = Double(text.dropLast()) { return number / 1000 }
        if text.hasSuffix("M"), let number = Double(text.dropLast()) { return number * 1_000_000 }
        return suffixed(text)
    }

    /// A number of bytes as Compose writes it.
    static func bytes(_ node: Node?) -> Double? {
        guard let text = node?.string, text.lowercased().hasSuffix("m"), let number = Double(text.dropLast()) else {
            return value(node)
        }
        return number * 1_048_576
    }

    private static func suffixed(_ text: String) -> Double? {
        let lower = text.lowercased()
        guard let unit = units.first(where: { lower.hasSuffix($0.suffix) }) else { return nil }
        return Double(lower.dropLast(unit.suffix.count)).map { $0 * unit.factor }
    }
}
