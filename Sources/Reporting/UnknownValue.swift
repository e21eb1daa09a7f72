internal import Compliance

/// What a check that was not decided lacks, in the words of the evidence tables.
///
/// Facts name columns: `"notes": retention_days not known` becomes `"notes": how long it is kept`.
struct UnknownValue {
    private static let end = " not known"

    /// The fact in words; as it is when it has another form.
    static func words(_ fact: String, of table: Table) -> String {
        guard fact.hasSuffix(end), let middle = fact.ranges(of: "\": ").last else { return fact }
        let label = fact[..<middle.lowerBound] + "\""
        let columns = fact[middle.upperBound...].dropLast(end.count).split(separator: ",").map { String($0).trimmed }
        let schema = EvidenceSchema.schema(of: table)
        let words = columns.map { name in
            schema.columns.first { $0.name == name }.map { Self.phrase($0.summary) } ?? name
        }
        let whole = label == "\"main\"" ? "" : "\(label): "
        return whole + words.joined(separator: "; ")
    }

    /// The first sentence of a summary, as a part of another sentence.
    private static func phrase(_ summary: String) -> String {
        let first = summary.split(separator: ".", maxSplits: 1).first.map(String.init) ?? summary
        return first.prefix(1).lowercased() + first.dropFirst()
    }
}
