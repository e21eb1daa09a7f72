internal import Compliance

/// A line of a source and the part of it that is meant.
struct CitedLine {
    let citation: Citation
    /// The line, secrets already removed, nothing in it that controls or reorders.
    let scalars: [Unicode.Scalar]

    private let excerpt: String

    init(_ citation: Citation, excerpt: String) {
        self.citation = citation
        self.excerpt = excerpt
        scalars = excerpt.unicodeScalars.map { scalar in
            scalar == "\t" ? " " : SafeText.isDeceptive(scalar) ? "\u{FFFD}" : scalar
        }
    }

    /// Whether what is meant is not written there.
    ///
    /// What a product does by default is cited at the beginning of the file that could say otherwise.
    var isOfDefault: Bool { citation.isOfDefault(excerpt) }

    /// Where the part that is meant begins, when the citation's column lies in the line.
    var start: Int? { citation.column.flatMap { (1...max(scalars.count, 1)).contains($0) ? $0 - 1 : nil } }

    /// Where it ends: a value in quotes with its quote; another at the end of the line, a comma left out.
    var end: Int {
        guard let start, scalars.indices.contains(start) else { return start ?? 0 }
        let quote = scalars[start]
        if quote == "\"" || quote == "'" {
            var position = start + 1
            while position < scalars.count, scalars[position] != quote {
                position += scalars[position] == "\\" ? 2 : 1
            }
            if position < scalars.count { return position + 1 }
        }
        var end = scalars.count
        while end > start + 1, " ,\r\n".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }
}
