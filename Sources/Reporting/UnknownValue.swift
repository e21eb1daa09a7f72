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
        let words = columns.map { Self.words(column: $0, of: table) }
        let whole = label == "\"main\"" ? "" : "\(label): "
        return whole + words.joined(separator: "; ")
    }

    /// What a column says; of another table's, as in `trigger.untrusted`, with what the table is about.
    private static func words(column name: String, of table: Table) -> String {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let other = parts.count == 2 ? Table(rawValue: parts[0]) : nil
        let columns = EvidenceSchema.schema(of: other ?? table).columns
        guard let column = columns.first(where: { $0.name == (other == nil ? name : parts[1]) }) else { return name }
        return (other.map { "of \($0.content): " } ?? "") + phrase(column.summary)
    }

    /// What a gap's checks lack, each thing once: of several checks each fact has its message in brackets at its end.
    static func all(of gap: Gap, _ checks: [Check]) -> [String] {
        guard gap.undecided.count > 1 else {
            return gap.detail.map { words($0, of: checks.first?.subject ?? .agent) }
        }
        var seen: Set<String> = []
        return gap.detail.compactMap { fact -> String? in
            guard let check = checks.first(where: { fact.hasPrefix("\($0.id): ") }) else { return nil }
            let message = fact.dropFirst("\(check.id): \(check.title) (".count).dropLast()
            let text = words(String(message), of: check.subject)
            return text.isEmpty ? nil : text
        }.filter { seen.insert($0).inserted }
    }

    /// The first sentence of a summary, as a part of another sentence.
    private static func phrase(_ summary: String) -> String {
        let first = summary.split(separator: ".", maxSplits: 1).first.map(String.init) ?? summary
        return first.prefix(1).lowercased() + first.dropFirst()
    }
}
