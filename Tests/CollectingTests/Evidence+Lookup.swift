import Compliance

@testable import Collecting

extension Evidence {
    /// The `artifact` row of a path.
    func artifact(_ path: String) -> Row? { self[.artifact].first { $0["path"].text == path } }

    /// Every text that the evidence would show.
    var texts: [String] {
        rows.values.flatMap { $0.flatMap { $0.values.compactMap(\.text) } } + excerpts.values.flatMap(\.values)
    }

    /// The bytes of its evidence file.
    var file: [UInt8] {
        var bytes: [UInt8] = []
        EvidenceFile.write(self) { bytes += $0.utf8 }
        return bytes
    }
}

extension Evidence {
    /// How much of a table was seen, for each agent.
    func completeness(_ table: String) -> [Value] {
        self[.coverage].filter { $0["table_name"] == .text(table) }.map { $0["completeness"] }
    }
}
