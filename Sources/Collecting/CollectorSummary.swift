/// A collector, described for documentation.
public struct CollectorSummary: Sendable, Hashable {
    /// Short name, as it stands in every row it writes.
    public let name: String
    /// What it reads, in one line.
    public let summary: String
    /// Public documents that its interpretation rests on.
    public let documentation: [String]
}
