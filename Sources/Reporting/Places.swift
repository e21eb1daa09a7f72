internal import Compliance

/// Places of the evidence as people read them: files, and the stretches of lines in each.
struct Places {
    /// A file with the lines that are meant.
    struct File: Equatable {
        let path: String
        /// `line 4`, `lines 4–9, 12`; empty when no line is meant.
        let lines: String
    }

    /// The files, in the order in which they are cited.
    let files: [File]

    init(_ citations: [Citation]) {
        var order: [String] = []
        var lines: [String: Set<Int>] = [:]
        for citation in citations {
            if lines[citation.artifact] == nil { order.append(citation.artifact) }
            lines[citation.artifact, default: []].formUnion([citation.line].compactMap(\.self))
        }
        files = order.map { File(path: $0, lines: Self.words((lines[$0] ?? []).sorted())) }
    }

    private static func words(_ lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines {
            if let last = runs.last, line == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        guard !runs.isEmpty else { return "" }
        let parts = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return "\(lines.count == 1 ? "line" : "lines") \(parts.joined(separator: ", "))"
    }
}
