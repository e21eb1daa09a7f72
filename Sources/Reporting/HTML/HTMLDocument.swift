internal import Compliance
internal import Hashing

/// A report for the browser in the making; its sections are in files of their own.
struct HTMLDocument {
    /// What writes one cell of a table or one part of a line.
    typealias Piece = () -> Void

    let assessment: Assessment
    let index: AssessmentIndex
    /// The agents with sections of their own, sorted by name.
    let kept: [AgentSummary]
    /// The gaps of these agents, heaviest first.
    let gaps: [Gap]
    /// The open questions of these agents.
    let questions: [OpenQuestion]
    let anchors: HTMLAnchors
    let html: HTMLText
    /// Positions of verdicts by item.
    let results: [ControlID: [Int]]

    init(_ assessment: Assessment, to sink: ByteSink) {
        self.assessment = assessment
        html = HTMLText(sink: sink)
        let index = AssessmentIndex(assessment)
        self.index = index
        let names = Set(index.heaviestFirst(assessment.agents.map(\.id)).prefix(MarkdownWriter.keptAgents))
        kept = assessment.agents.filter { names.contains($0.id) }
        gaps = assessment.gaps.filter { names.contains($0.agent) }
        questions = assessment.questions.filter { names.contains($0.agent) }
        anchors = HTMLAnchors(
            gaps: gaps.map(\.id) + questions.map(\.id), agents: kept.map(\.id),
            frameworks: assessment.catalog.frameworks)
        var results: [ControlID: [Int]] = [:]
        for (position, result) in assessment.controls.enumerated() {
            results[result.control, default: []].append(position)
        }
        self.results = results
    }

    private static let sections: [(id: String, title: String)] = [
        ("scope", "Scope and coverage"), ("summary", "Summary"), ("map", "Heat map"), ("autonomy", "Autonomy"),
        ("gaps", "Gaps"), ("missing", "Missing statements"), ("items", "Frameworks"), ("statements", "Statements"),
        ("waivers", "Waivers"), ("provenance", "Provenance"), ("licences", "Frameworks and licences"),
        ("legend", "How to read the verdicts"),
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
                    navigation()
                    html.element("main", ["id": "main", "tabindex": "-1"]) { sections() }
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
                fact("Catalog") { code("sha256:" + assessment.catalog.digest) }
                fact("Evidence") { code("sha256:" + assessment.evidenceDigest) }
                if let system = assessment.system { fact("System") { html.write(system) } }
                if let profile = assessment.catalog.tailoring?.profile {
                    fact("Profile") {
                        code(profile.id.rawValue)
                        html.write(" \(profile.title), ")
                        code("sha256:" + profile.digest)
                    }
                }
            }
            paragraph(
                "The same evidence, catalog and date give this document byte for byte. It says what configuration files "
                    + "and self-reported statements show of each framework item. Where they show nothing it says “not "
                    + "assessed”: that is unknown, neither good nor bad.")
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
            "scope": scope, "summary": summary, "map": heatMap, "autonomy": autonomy, "gaps": gapSection,
            "missing": missingStatements, "items": items, "statements": statements, "waivers": waivers,
            "provenance": provenance, "licences": licences, "legend": legend,
        ]
        for (id, title) in Self.sections {
            html.element("section", ["id": id, "aria-labelledby": "\(id)title"]) {
                html.element("h2", ["id": "\(id)title"], text: title)
                bodies[id]?()
            }
        }
    }
}
