public import Compliance

/// `gap-analysis.md`: the document that an auditor reads, for GitHub and pandoc.
///
/// Scope and coverage come first, so that nobody reads a verdict without knowing what it rests on. Every item of every
/// framework is listed, whatever its verdict.
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
    public func write(_ assessment: Assessment, to sink: ByteSink) {
        let document = MarkdownDocument(assessment, to: sink)
        document.front()
        document.scope()
        document.summary()
        document.autonomy()
        document.frameworks()
        document.gaps()
        document.statements()
        document.waivers()
        document.provenance()
        document.sources()
        document.legend()
    }
}
