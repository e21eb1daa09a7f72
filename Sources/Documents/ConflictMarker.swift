/// A line that git leaves in a file when two versions could not be merged.
struct ConflictMarker: Sendable, Hashable {
    let text: String
    let line: Int

    /// The first marker at the beginning of a line.
    init?(in bytes: [UInt8]) {
        var line = 1
        var start = 0
        while start < bytes.count {
            if let text = ConflictMarker.marker(at: start, in: bytes) {
                self.text = text
                self.line = line
                return
            }
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
            start = end + 1
            line += 1
        }
        return nil
    }

    /// What to say instead of the format's own complaint, when the marker stands before the place of that complaint.
    ///
    /// Only after a failure: a multi-line text of TOML, or a code block, may hold such lines rightly.
    static func explanation(of problem: Diagnostic, in bytes: [UInt8]) -> Diagnostic? {
        guard problem.kind == .syntax, let marker = ConflictMarker(in: bytes),
            marker.line <= problem.position?.line ?? .max
        else { return nil }
        return Diagnostic(
            .syntax, "an unresolved merge conflict: the line begins with \(marker.text)",
            at: Position(line: marker.line, column: 1))
    }

    private static func marker(at start: Int, in bytes: [UInt8]) -> String? {
        guard start + 7 <= bytes.count, "<=>|".utf8.contains(bytes[start]) else { return nil }
        let run = bytes[start..<(start + 7)]
        guard run.allSatisfy({ $0 == bytes[start] }) else { return nil }
        let next = start + 7 < bytes.count ? bytes[start + 7] : 0x0A
        let isWhole = bytes[start] == UInt8(ascii: "=") ? [0x0A, 0x0D].contains(next) : next == 0x20
        return isWhole ? String(decoding: run, as: UTF8.self) : nil
    }
}
