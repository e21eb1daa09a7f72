internal import Compliance
internal import Hashing

/// A trend as one page: a drawn chart, the numbers under it, and what is to be seen to.
///
/// The page has no script; its Content-Security-Policy allows its own style sheet alone.
public struct TrendHTML {
    private let trend: Trend

    /// A page for a trend.
    public init(_ trend: Trend) { self.trend = trend }

    /// The page.
    public var bytes: [UInt8] {
        ByteSink.bytes { sink in
            let html = HTMLText(sink: sink)
            html.literal("<!DOCTYPE html>\n")
            html.element("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"]) {
                html.element("head") { head(html) }
                html.element("body") {
                    html.element("main") {
                        html.element("h1", text: trend.title)
                        html.element("p", text: trend.lead)
                        TrendChart(trend).draw(html)
                        numbers(html)
                        pending(html)
                    }
                }
            }
        }
    }

    private func head(_ html: HTMLText) {
        html.empty("meta", ["charset": "utf-8"])
        let policy =
            "default-src 'none'; style-src 'sha256-\(SHA256.base64(Self.style))'; base-uri 'none'; form-action 'none'"
        html.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.empty("meta", ["name": "color-scheme", "content": "light dark"])
        html.element("title", text: trend.title)
        html.verbatim("style", Self.style)
    }

    private func numbers(_ html: HTMLText) {
        html.element("h2", text: "Assessments")
        let header = ["As of"] + Trend.severities.map(\.rawValue) + ["waived", "opened", "closed", "came back"]
        table(
            html, header,
            trend.points.reversed().map { point in
                [String(point.at.prefix(10))] + Trend.severities.map { String(point.open[$0] ?? 0) }
                    + [point.waived, point.opened, point.closed, point.regressed].map(String.init)
            })
    }

    private func pending(_ html: HTMLText) {
        html.element("h2", text: "To see to")
        guard !trend.pending.isEmpty else { return html.element("p", text: "Nothing.") }
        table(
            html, ["gap", "severity", "what", "where", "state", "days", "due", "owner", "ticket"],
            trend.pending.map { gap in
                [
                    gap.id, gap.severity.rawValue, gap.title, gap.place.isEmpty ? gap.agent : gap.place, gap.state,
                    String(gap.age), (gap.due ?? "none") + (gap.isOverdue ? ", overdue" : ""), gap.owner ?? "nobody",
                    gap.ticket ?? "",
                ]
            })
    }

    private func table(_ html: HTMLText, _ header: [String], _ rows: [[String]]) {
        html.element("div", ["class": "wide", "tabindex": "0"]) {
            html.element("table") {
                html.element("thead") {
                    html.element("tr") { for name in header { html.element("th", ["scope": "col"], text: name) } }
                }
                html.element("tbody") {
                    for row in rows {
                        html.element("tr") { for cell in row { html.element("td") { html.prose(cell) } } }
                    }
                }
            }
        }
    }

    private static let style =
        HTMLStyle.base + HTMLStyle.tables + """
            main{padding:1.75rem 2rem 4rem}
            td{font-variant-numeric:tabular-nums}
            td:nth-child(1),td:nth-child(7){white-space:nowrap}
            svg{width:100%;max-width:60rem;height:auto;font-size:12px}
            svg text{fill:var(--soft)}
            .critical{fill:var(--critical)}.high{fill:var(--high)}.medium{fill:var(--medium)}.low{fill:var(--low)}
            .info{fill:var(--info)}
            .axis{stroke:var(--line)}

            """ + HTMLStyle.print
}
