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
                        html.element("div", ["class": "wide"]) { TrendChart(trend).draw(html) }
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
        table(html, "numbers", header, trend.points.reversed()) { point in
            [{ html.write(String(point.at.prefix(10))) }]
                + (Trend.severities.map { point.open[$0] ?? 0 }
                + [point.waived, point.opened, point.closed, point.regressed]).map { count in
                    { html.write(String(count)) }
                }
        }
    }

    private func pending(_ html: HTMLText) {
        html.element("h2", text: "To see to")
        guard !trend.pending.isEmpty else { return html.element("p", text: "Nothing.") }
        let header = ["Gap", "Severity", "What and where", "State", "Days", "Due", "Owner", "Ticket"]
        table(html, "pending", header, trend.pending) { gap in
            [
                { html.write(gap.id) }, { html.write(gap.severity.rawValue) },
                {
                    html.prose(gap.title)
                    html.inline("span", ["class": "where"]) {
                        html.inline("code", text: gap.place.isEmpty ? gap.agent : gap.place)
                    }
                },
                { html.write(gap.state) }, { html.write(String(gap.age)) },
                {
                    html.write(gap.due ?? "none")
                    if gap.isOverdue { html.inline("strong", text: " overdue") }
                },
                { html.write(gap.owner ?? "nobody") },
                {
                    guard let ticket = gap.ticket else { return }
                    guard let href = OSCALValues.href(ofLink: ticket) else { return html.write(ticket) }
                    html.inline("a", ["href": href], text: ticket)
                },
            ]
        }
    }

    /// Writes a table; on a narrow screen each row is a block, and each cell says what it is.
    private func table<Element>(
        _ html: HTMLText, _ name: String, _ header: [String], _ rows: some Sequence<Element>,
        cells: (Element) -> [() -> Void]
    ) {
        html.element("div", ["class": "wide", "tabindex": "0"]) {
            html.element("table", ["class": name]) {
                html.element("thead") {
                    html.element("tr") { for name in header { html.element("th", ["scope": "col"], text: name) } }
                }
                html.element("tbody") {
                    for row in rows {
                        html.element("tr") {
                            for (label, body) in zip(header, cells(row)) {
                                html.inline("td", ["data-label": label], body)
                            }
                        }
                    }
                }
            }
        }
    }

    private static let style =
        HTMLStyle.base + HTMLStyle.tables + """
            main{padding:1.75rem 2rem 4rem}
            td{font-variant-numeric:tabular-nums}
            .numbers th+th,.numbers td+td{text-align:right;min-width:0}
            .numbers td:last-child{min-width:0}
            .numbers td:first-child{white-space:nowrap}
            .pending td:nth-child(1),.pending td:nth-child(6){white-space:nowrap}
            .pending td:nth-child(5){text-align:right}
            .pending td:last-child{min-width:0;overflow-wrap:anywhere}
            .where{display:block;color:var(--soft)}
            svg{width:100%;min-width:34rem;max-width:60rem;height:auto;font-size:12px}
            svg text{fill:var(--soft)}
            .critical{fill:var(--critical)}.high{fill:var(--high)}.medium{fill:var(--medium)}.low{fill:var(--low)}
            .info{fill:var(--info);fill-opacity:.45}
            @media (prefers-color-scheme:dark){.critical{fill:#e5382c}}
            @media (max-width:40rem){main{padding:1.25rem 1rem 3rem}
            .pending,.pending tbody,.pending tr,.pending td{display:block;max-width:none}
            .pending thead{display:none}
            .pending tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
            .pending td,.pending td:nth-child(5){padding:.1rem 0;border:0;text-align:left}
            .pending td:empty{display:none}
            .pending td:before{content:attr(data-label) ": ";color:var(--soft)}}
            .axis{stroke:var(--line)}

            """ + HTMLStyle.print + """
            @media print{svg{min-width:0;max-width:none}.critical{fill:#8f1208}.pending td:last-child{min-width:24mm}}

            """
}
