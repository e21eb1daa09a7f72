internal import Compliance

/// `gap-analysis.md`: the document that an auditor reads, for GitHub and pandoc.
///
/// The first page says what the analysis comes to and what it rests on; entries follow, an entry for each cause. Every item
/// of every framework is listed in an annex, whatever its verdict.
public struct MarkdownWriter: Writer {
    /// Agents that get sections of their own; of more, the ones with the heaviest gaps do.
    static let keptAgents = 25

    /// `markdown`.
    public let format = "markdown"
    /// `gap-analysis.md`.
    public let fileName = "gap-analysis.md"
    /// What the file is.
    public let summary = "The gap analysis as a document for auditors."
    /// It is written when nobody names a format.
    public let isDefault = true

    /// A writer.
    public init() {}

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let document = MarkdownDocument(index, to: sink)
        document.front()
        guard !index.assessment.agents.isEmpty else { return document.nothing() }
        document.result()
        document.scope()
        document.counts()
        document.causes()
        document.defaults()
        document.autonomy()
        document.inForce()
        document.statements()
        document.waivers()
        document.questions()
        document.frameworks()
        document.register()
        document.provenance()
        document.sources()
        document.legend()
    }
}
