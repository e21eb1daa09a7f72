internal import Compliance

/// Open gaps of each assessment as bars, stacked by severity, the heaviest at the foot.
struct TrendChart {
    private static let width = 960
    private static let height = 260
    private static let left = 40
    private static let foot = 40

    private let points: ArraySlice<Trend.Point>
    private let highest: Int

    init(_ trend: Trend) {
        // More bars than this are lines; the table has them all.
        points = trend.points.suffix(104)
        highest = max(1, points.map(\.total).max() ?? 1)
    }

    func draw(_ html: HTMLText) {
        guard !points.isEmpty else { return }
        html.element(
            "svg",
            [
                "viewBox": "0 0 \(Self.width) \(Self.height)", "xmlns": "http://www.w3.org/2000/svg", "role": "img",
                "aria-label":
                    "Open gaps by severity in \(Counted.of(points.count, "assessment")); the table below has the numbers.",
            ]
        ) {
            axis(html)
            for (place, point) in points.enumerated() { bar(point, at: place, html) }
            key(html)
        }
    }

    private var step: Double { Double(Self.width - Self.left) / Double(points.count) }

    private func y(_ count: Int) -> Double {
        Double(Self.height - Self.foot) * (1 - Double(count) / Double(highest)) + 14 * Double(count) / Double(highest)
    }

    private func axis(_ html: HTMLText) {
        for count in Set([0, highest / 2, highest]).sorted() {
            let y = Self.number(y(count))
            html.empty(
                "line", ["class": "axis", "x1": "\(Self.left)", "x2": "\(Self.width)", "y1": y, "y2": y])
            html.element("text", ["x": "\(Self.left - 6)", "y": y, "text-anchor": "end"], text: String(count))
        }
    }

    private func bar(_ point: Trend.Point, at place: Int, _ html: HTMLText) {
        let x = Double(Self.left) + step * Double(place) + step * 0.15
        var sum = 0
        for severity in Trend.severities {
            guard let count = point.open[severity], count > 0 else { continue }
            let (top, bottom) = (y(sum + count), y(sum))
            sum += count
            html.element(
                "rect",
                [
                    "class": severity.rawValue, "x": Self.number(x), "y": Self.number(top),
                    "width": Self.number(step * 0.7), "height": Self.number(bottom - top),
                ]
            ) { html.element("title", text: "\(point.at.prefix(10)): \(count) \(severity.rawValue)") }
        }
        let every = max(1, points.count / 8)
        guard place % every == 0 else { return }
        html.element(
            "text", ["x": Self.number(x), "y": "\(Self.height - Self.foot + 16)"], text: String(point.at.prefix(10)))
    }

    private func key(_ html: HTMLText) {
        for (place, severity) in Trend.severities.enumerated() {
            let x = Self.left + place * 90
            html.empty(
                "rect",
                ["class": severity.rawValue, "x": "\(x)", "y": "\(Self.height - 13)", "width": "10", "height": "10"])
            html.element("text", ["x": "\(x + 15)", "y": "\(Self.height - 4)"], text: severity.rawValue)
        }
    }

    /// A coordinate with one decimal, the same on every machine.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
