internal import Compliance

/// A trend as Markdown: the numbers, then what is to be seen to.
public struct TrendMarkdown {
    private let trend: Trend

    /// A trend.
    public init(_ trend: Trend) { self.trend = trend }

    /// The document.
    public var bytes: [UInt8] { Array(text.utf8) }

    private var text: String {
        var lines = ["# " + MarkdownText.text(trend.title), "", MarkdownText.text(trend.lead), ""]
        lines += MarkdownRows.table(
            ["As of"] + Trend.severities.map(\.rawValue) + ["Waived", "Opened", "Closed", "Came back"],
            trend.points.map { point in
                [String(point.at.prefix(10))] + Trend.severities.map { String(point.open[$0] ?? 0) }
                    + [point.waived, point.opened, point.closed, point.regressed].map(String.init)
            })
        lines.append("")
        guard !trend.pending.isEmpty else {
            return (lines + ["Nothing is to be seen to.", ""]).joined(separator: "\n")
        }
        lines += ["## To see to", ""]
        lines += MarkdownRows.table(
            ["Gap", "Severity", "What", "Where", "State", "Days", "Due", "Owner", "Ticket"],
            trend.pending.map { gap in
                [
                    MarkdownText.code(gap.id), gap.severity.rawValue, MarkdownText.prose(gap.title),
                    MarkdownText.code(gap.place.isEmpty ? gap.agent : gap.place), gap.state, String(gap.age),
                    (gap.due ?? "none") + (gap.isOverdue ? " **overdue**" : ""),
                    MarkdownText.text(gap.owner ?? "nobody"),
                    MarkdownText.text(gap.ticket ?? ""),
                ]
            })
        return (lines + [""]).joined(separator: "\n")
    }
}
