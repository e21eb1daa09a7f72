internal import Compliance
internal import Hashing

/// A report for the browser in the making; its sections are in files of their own.
struct HTMLDocument {
    /// What writes one cell of a table or one part of a line.
    typealias Piece = () -> Void

    /// What the document shows, in one place: each cell of a table keeps the document alive.
    private final class Content {
        let index: AssessmentIndex
        let kept: [AgentSummary]
        let gaps: [Gap]
        let questions: [OpenQuestion]
        let anchors: HTMLAnchors

        init(_ index: AssessmentIndex) {
            let assessment = index.assessment
            self.index = index
            let names = Set(index.heaviestFirst(assessment.agents.map(\.id)).prefix(MarkdownWriter.keptAgents))
            kept = assessment.agents.filter { names.contains($0.id) }
            gaps = assessment.gaps.filter { names.contains($0.agent) }
            questions = assessment.questions.filter { names.contains($0.agent) }
            anchors = HTMLAnchors(
                gaps: gaps.map(\.id) + questions.map { assessment.id(of: $0) }, agents: kept.map(\.id),
                frameworks: assessment.catalog.frameworks)
        }
    }

    private let content: Content
    let html: HTMLText

    init(_ index: AssessmentIndex, to sink: ByteSink) {
        content = Content(index)
        html = HTMLText(sink: sink)
    }

    var assessment: Assessment { content.index.assessment }
    var index: AssessmentIndex { content.index }
    /// The agents with sections of their own, sorted by name.
    var kept: [AgentSummary] { content.kept }
    /// The gaps of these agents, heaviest first.
    var gaps: [Gap] { content.gaps }
    /// The open questions of these agents.
    var questions: [OpenQuestion] { content.questions }
    var anchors: HTMLAnchors { content.anchors }
    /// What is open, as causes.
    var outcome: Outcome { index.outcome }

    private static let sections: [(id: String, title: String)] = [
        ("result", "Result"), ("scope", "Scope and coverage"), ("counts", "Counts by framework"),
        ("causes", "Causes to change"), ("defaults", "Product defaults to confirm"), ("autonomy", "Autonomy"),
        ("inforce", "What is in force"), ("statements", "Statements"), ("waivers", "Waivers"),
        ("map", "Annex: Heat map"), ("missing", "Annex: Questions to people"),
        ("items", "Annex: Every item of the frameworks"), ("provenance", "Annex: Files and digests"),
        ("licences", "Annex: Frameworks and licences"), ("legend", "Annex: How to read the verdicts"),
    ]

    /// Writes the whole page.
    func write() {
        html.literal("<!DOCTYPE html>\n")
        html.element("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"]) {
            html.element("head") { head() }
            html.element("body") {
                html.element("a", ["class": "skip", "href": "#main"], text: "Skip to the report")
                front()
                html.element("div", ["class": "page"]) {
                    if assessment.agents.isEmpty {
                        html.element("main", ["id": "main", "tabindex": "-1"]) { nothing() }
                    } else {
                        navigation()
                        html.element("main", ["id": "main", "tabindex": "-1"]) { sections() }
                    }
                }
                html.verbatim("script", HTMLAssets.script)
            }
        }
    }

    private func head() {
        html.empty("meta", ["charset": "utf-8"])
        html.empty("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
        html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.empty("meta", ["name": "color-scheme", "content": "light dark"])
        html.empty("meta", ["name": "referrer", "content": "no-referrer"])
        html.element("title", text: "Gap analysis of AI agents, \(assessment.at.prefix(10))")
        html.verbatim("style", HTMLAssets.style)
    }

    /// Nothing but this style sheet and this script: no connection, no form, no base for addresses.
    static var policy: String {
        "default-src 'none'; style-src 'sha256-\(SHA256.base64(HTMLAssets.style))'; "
            + "script-src 'sha256-\(SHA256.base64(HTMLAssets.script))'; base-uri 'none'; form-action 'none'"
    }

    private func front() {
        html.element("header", ["class": "front"]) {
            html.element("h1", text: "Gap analysis of AI agents")
            html.element("dl", ["class": "facts"]) {
                fact("Assessed for") { html.inline("time", ["datetime": assessment.at], text: assessment.at) }
                fact("Tool") { html.write("Surety \(assessment.toolVersion)") }
                if let system = assessment.system { fact("System") { html.write(system) } }
                if let profile = assessment.catalog.tailoring?.profile {
                    fact("Profile") {
                        code(profile.id.rawValue)
                        html.write(" \(profile.title)")
                    }
                }
            }
            paragraph(
                "The same evidence, catalog and date give this document byte for byte; their digests stand in the annex on "
                    + "files and digests. Where configuration files and statements by people show nothing of an item, "
                    + "it is “not assessed”: unknown, neither good nor bad.")
        }
    }

    private func fact(_ name: String, _ body: Piece) {
        html.element("div") {
            html.inline("dt", text: name)
            html.inline("dd", [:], body)
        }
    }

    private func navigation() {
        html.element("nav", ["aria-label": "Sections"]) {
            html.element("ul") {
                for section in Self.sections {
                    html.element("li") { html.inline("a", ["href": "#\(section.id)"], text: section.title) }
                }
            }
        }
    }

    private func sections() {
        let bodies: [String: Piece] = [
            "result": result, "scope": scope, "counts": counts, "causes": causes, "defaults": defaults,
            "autonomy": autonomy, "inforce": inForce, "statements": statements, "waivers": waivers, "map": heatMap,
            "missing": questionSection, "items": items, "provenance": provenance, "licences": licences,
            "legend": legend,
        ]
        for (id, title) in Self.sections {
            html.element("section", ["id": id, "aria-labelledby": "\(id)title"]) {
                html.element("h2", ["id": "\(id)title"], text: title)
                bodies[id]?()
            }
        }
    }
}
