internal import Compliance

/// `gaps.csv`: one row for each gap, heaviest first, for spreadsheets and ticket systems.
///
/// RFC 4180 in UTF-8 without byte order mark. Several controls or places in a field are separated by `; `, several
/// facts by ` | `. Rows with the same `group` are one entry of the reports: they close together. Where a history was given,
/// columns say what it knows. A field that a spreadsheet would run as a formula begins with an apostrophe.
public struct CSVWriter: Writer {
    /// `csv`.
    public let format = "csv"
    /// `gaps.csv`.
    public let fileName = "gaps.csv"
    /// What the file is.
    public let summary = "One row for each gap, for spreadsheets and ticket systems."
    /// It is written when nobody names a format.
    public let isDefault = true

    /// The columns, in order.
    static let columns = [
        "id", "agent", "owner", "severity", "cause", "check", "title", "detail", "controls", "evidence", "remediation",
        "value_digest", "waiver", "waiver_expires", "at", "group",
    ]

    /// A writer.
    public init() {}

    /// Writes the gaps.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let assessment = index.assessment
        let csv = CSVText(sink: sink)
        // The column is there only where a system was named, so that other files stay what they were.
        let system = assessment.system.map { [$0] } ?? []
        csv.row(Self.columns + (system.isEmpty ? [] : ["system"]) + (index.isTracked ? Self.historyColumns : []))
        let heads = index.heads
        sink.append(assessment.register) { gaps, sink in
            let csv = CSVText(sink: sink)
            for gap in gaps {
                csv.row(fields(of: gap, in: assessment, group: heads.head(of: gap)) + system + history(of: gap, index))
            }
        }
    }

    /// What a history knows of a gap; nothing where none was given.
    private static let historyColumns = [
        "opened_on", "days_open", "due", "overdue", "assigned_to", "ticket", "regressions", "notes",
    ]

    private func history(of gap: Gap, _ index: AssessmentIndex) -> [String] {
        guard index.isTracked else { return [] }
        let record = index.record(of: gap)
        return [
            String(index.openedAt(gap).prefix(10)), String(index.age(of: gap)), record?.due ?? "",
            index.isOverdue(gap) ? "yes" : "no", record?.owner ?? "", record?.ticket ?? "",
            record.map { String($0.regressions) } ?? "", record?.remarks.joined(separator: " | ") ?? "",
        ]
    }

    /// The fields of a gap; the last is the gap that stands for the entry of the reports that it is part of.
    func fields(of gap: Gap, in assessment: Assessment, group: GapID) -> [String] {
        let waiver = gap.waiver.flatMap { assessment.waivers.indices.contains($0) ? assessment.waivers[$0] : nil }
        return [
            gap.id.rawValue, gap.agent.rawValue, gap.owner ?? "", gap.severity.rawValue, gap.cause.rawValue,
            gap.check?.rawValue ?? "", gap.headline, gap.facts.joined(separator: " | "),
            gap.controls.map(\.rawValue).joined(separator: "; "), gap.citations.map(\.place).joined(separator: "; "),
            gap.remediation, gap.valueDigest, waiver?.inOneSentence ?? "", waiver?.expiresOn ?? "", assessment.at,
            group.rawValue,
        ]
    }
}
