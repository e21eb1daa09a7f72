/// `report.html`: the analysis as one page for a browser, and for a printer.
///
/// The file holds everything that it needs and fetches nothing. Its Content-Security-Policy
/// (https://www.w3.org/TR/CSP3/) allows its own style sheet and its own script by their digests and nothing else, so
/// that no text of an input could run even if one were not escaped. Without a script everything is there; only the
/// filters are not.
public struct HTMLWriter: Writer {
    /// `html`.
    public let format = "html"
    /// `report.html`.
    public let fileName = "report.html"
    /// People read it first.
    public let isDefault = true
    /// What the file is.
    public let summary = "The analysis as one page to read, filter and print; needs no network."

    /// A writer.
    public init() {}

    /// Writes the page.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        HTMLDocument(index, to: sink).write()
    }
}
