/// `xccdf-results.xml`: XCCDF 1.2, for OpenSCAP and what reads its results.
///
/// The Benchmark holds a group for each framework and a rule for each item; each agent has a TestResult. The results
/// are `pass`, `fail` (also of what is shown in part), `notchecked` and `notapplicable`. A waiver is an override that
/// keeps the result `fail`. The score counts what passes against everything that applies, so that what was not checked
/// never raises it. Specification: https://csrc.nist.gov/pubs/ir/7275/r4/upd1/final
public struct XCCDFWriter: Writer {
    /// `xccdf`.
    public let format = "xccdf"
    /// `xccdf-results.xml`.
    public let fileName = "xccdf-results.xml"
    /// What the file is.
    public let summary = "XCCDF 1.2 benchmark with results, for OpenSCAP."

    /// A writer.
    public init() {}

    /// Writes the benchmark and the results.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        XCCDFDocument(index, to: XMLText(sink)).write()
    }
}
