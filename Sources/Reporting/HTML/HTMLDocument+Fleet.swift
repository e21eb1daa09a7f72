internal import Compliance

extension HTMLDocument {
    /// Writes a small map of every agent, by the framework's outermost headings, where not all have a row of items.
    func compactMap(of framework: Framework, _ controls: [Control]) {
        guard assessment.agents.count > kept.count else { return }
        let runs = headings(of: controls)
        var run: [ControlID: Int] = [:]
        var next = 0
        for (position, heading) in runs.enumerated() {
            for control in controls[next..<(next + heading.count)] { run[control.id] = position }
            next += heading.count
        }
        var worst: [AgentID: [(Reading, Int)]] = [:]
        for same in index.classes {
            let found = self.worst(same.results, runs.map(\.count), run)
            for agent in same.agents { worst[agent] = found }
        }
        html.element("details", ["class": "lines all", "open": "open"]) {
            html.element("summary", text: "All \(assessment.agents.count) agents, by heading: \(framework.shortName)")
            paragraph("Each cell has the worst verdict of the heading's items, and how many have it.")
            html.element("div", ["class": "wide"]) {
                html.element("table") {
                    html.element("caption", text: "\(framework.shortName), all agents")
                    html.element("thead") {
                        html.element("tr") {
                            for title in ["Agent"] + runs.map(\.title) {
                                html.inline("th", ["scope": "col"], text: title)
                            }
                        }
                    }
                    html.element("tbody") {
                        for summary in assessment.agents {
                            html.element("tr") {
                                html.inline("th", ["scope": "row"]) { agent(summary.id) }
                                for (reading, count) in worst[summary.id] ?? [] {
                                    html.inline(
                                        "td", ["class": "r-\(reading.letterClass)"],
                                        text: "\(reading.letter) \(count)")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// For each heading the worst reading of its items and how many items have it.
    private func worst(
        _ results: ArraySlice<ControlResult>, _ sizes: [Int], _ run: [ControlID: Int]
    ) -> [(Reading, Int)] {
        var counts = sizes.map { [Reading.open: $0] }
        for result in results {
            let reading = Reading(result)
            guard reading != .open, let position = run[result.control] else { continue }
            counts[position][reading, default: 0] += 1
            counts[position][.open, default: 0] -= 1
        }
        let order: [Reading] = [.failed, .open, .partly, .shown, .notApplicable]
        return counts.map { counts in
            let reading = order.first { counts[$0, default: 0] > 0 } ?? .notApplicable
            return (reading, counts[reading] ?? 0)
        }
    }
}
