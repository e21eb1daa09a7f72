internal import Compliance

extension HTMLDocument {
    /// Writes for each framework a table of agents by items, each cell a letter on its colour.
    func heatMap() {
        paragraph(
            "Each row is an agent, each column an item in published order. The letter says what the colour does; the name of "
                + "a column leads to the item.")
        key()
        guard !kept.isEmpty else { return paragraph("No agent was found.") }
        sayWhatIsLeftOut()
        for framework in assessment.catalog.frameworks { map(of: framework) }
    }

    private func map(of framework: Framework) {
        let controls = framework.controls.filter { $0.kind != .group }
        guard !controls.isEmpty else { return }
        let runs = headings(of: controls)
        html.element("div", ["class": "wide heat"]) {
            html.element("table") {
                html.element("caption", text: framework.title)
                html.element("thead") {
                    html.element("tr") {
                        html.inline("td", text: "")
                        for run in runs {
                            html.inline(
                                "th", ["scope": "colgroup", "colspan": String(run.count), "title": run.title],
                                text: run.title)
                        }
                    }
                    html.element("tr") {
                        html.inline("th", ["scope": "col"], text: "Agent")
                        for control in controls { column(control) }
                    }
                }
                html.element("tbody") {
                    for agent in kept { row(agent.id, controls) }
                }
            }
        }
        compactMap(of: framework, controls)
    }

    private func column(_ control: Control) {
        html.inline("th", ["scope": "col", "class": control.kind == .risk ? "k" : nil]) {
            html.inline(
                "a", ["href": anchors.controls[control.id].map { "#\($0)" }, "title": control.title],
                text: control.id.item)
        }
    }

    private func row(_ agent: AgentID, _ controls: [Control]) {
        let results = Dictionary(
            index.controlResults(of: agent).map { ($0.control, $0) }, uniquingKeysWith: { first, _ in first })
        html.element("tr") {
            html.inline("th", ["scope": "row"]) { self.agent(agent) }
            for control in controls {
                let reading = Reading(results[control.id])
                html.inline("td", ["class": "r-\(reading.letterClass)", "title": reading.words(for: control.kind)]) {
                    html.write(reading.letter)
                }
            }
        }
    }

    /// The outermost headings of items with how many columns each spans, as they follow one another.
    func headings(of controls: [Control]) -> [(title: String, count: Int)] {
        var runs: [(id: ControlID, title: String, count: Int)] = []
        for control in controls {
            var outer = control
            var steps = 0
            while let parent = outer.parent.flatMap(index.control), steps < 16 {
                outer = parent
                steps += 1
            }
            if runs.last?.id == outer.id {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((outer.id, outer.title, 1))
            }
        }
        return runs.map { ($0.title, $0.count) }
    }
}
