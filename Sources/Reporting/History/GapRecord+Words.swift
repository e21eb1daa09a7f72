internal import Compliance

extension GapRecord {
    /// Everything that people wrote, a sentence each.
    var remarks: [String] { notes.map(\.sentence) }

    /// That it came back, and how often; nil when it did not.
    var cameBack: String? { regressions > 0 ? "came back \(Counted.of(regressions, "time"))" : nil }
}

extension GapRecord.Note {
    /// `ana on 2026-09-08: waits for the vendor`.
    var sentence: String {
        "\(by) on \(at.prefix(10))\(kind == .done ? ", said to be done" : ""): \(text)"
    }
}
