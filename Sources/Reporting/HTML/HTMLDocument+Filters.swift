internal import Compliance

extension HTMLDocument {
    /// Writes what narrows and sorts the gaps; hidden until the script shows it.
    func filters() {
        let groups = shown(outcome.written) + shown(outcome.unset)
        html.element("form", ["id": "filters", "class": "filters", "hidden": "hidden", "role": "search"]) {
            choice(
                "fseverity", "Severity",
                Severity.allCases.sorted(by: >).filter { severity in groups.contains { $0.head.severity == severity } }
                    .map { ($0.rawValue, $0.rawValue) })
            let agents = Set(groups.flatMap(\.agents)).sorted()
            choice("fagent", "Agent", agents.compactMap { id in anchors.agents[id].map { ($0, id.rawValue) } })
            let present = Set(groups.flatMap(\.gaps).flatMap(\.controls).map(\.framework))
            choice(
                "fframework", "Framework",
                assessment.catalog.frameworks.filter { present.contains($0.id) }
                    .compactMap { framework in anchors.frameworks[framework.id].map { ($0, framework.shortName) } })
            choice("forigin", "Comes from", [("written", "a line in a file"), ("unset", "a product default")])
            html.element("label") {
                html.write("Text ")
                html.empty("input", ["type": "search", "id": "ftext", "autocomplete": "off"])
            }
            html.element("label") {
                html.write("Sort by ")
                html.element("select", ["id": "fsort"]) {
                    for (value, words) in [
                        ("", "severity"), ("agent", "agent"), ("check", "check"),
                    ] {
                        html.element("option", ["value": value], text: words)
                    }
                }
            }
            html.element("button", ["type": "reset"], text: "Show all")
            html.element("button", ["type": "button", "id": "unfold"], text: "Open all")
            html.element("button", ["type": "button", "id": "fold"], text: "Close all")
            html.element("output", ["id": "fcount", "role": "status", "aria-live": "polite"], text: "")
        }
    }

    private func choice(_ id: String, _ label: String, _ options: [(value: String, words: String)]) {
        html.element("label") {
            html.write("\(label) ")
            html.element("select", ["id": id]) {
                html.element("option", ["value": ""], text: "all")
                for option in options { html.element("option", ["value": option.value], text: option.words) }
            }
        }
    }
}
