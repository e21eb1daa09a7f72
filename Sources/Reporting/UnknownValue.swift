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
