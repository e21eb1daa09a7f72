internal import Compliance

/// A line of a source with its place above it and what is meant marked.
struct HTMLSource {
    private static let keptScalars = 400

    let html: HTMLText
    let citation: Citation
    /// The line, secrets already removed, when it was kept.
    let excerpt: String?

    /// Draws the place, and the line where the citation names one that says it.
    func draw() {
        html.element("figure", ["class": "source"]) {
            html.inline("figcaption") {
                html.inline("code", text: citation.place)
                if let pointer = citation.pointer, !pointer.isEmpty {
                    html.write(" ")
                    html.inline("code", ["class": "pointer"], text: pointer)
                }
            }
            guard let excerpt, let number = citation.line else { return }
            let line = CitedLine(citation, excerpt: excerpt)
            guard !line.isOfDefault else { return }
            html.element("pre") {
                html.inline("span", ["class": "number"], text: String(number))
                html.inline("code") { self.line(line) }
            }
        }
    }

    /// What is left of a far-away value is cut, so that the value is seen; of a long line so is the rest.
    private func line(_ line: CitedLine) {
        let scalars = line.scalars
        let start = line.start ?? scalars.count
        let from = line.start.map { $0 > Self.keptScalars / 2 ? $0 - 40 : 0 } ?? 0
        let to = min(scalars.count, from + Self.keptScalars)
        let end = min(max(line.start == nil ? start : line.end, start), to)
        if from > 0 { html.write("…") }
        html.write(Self.text(scalars[from..<min(start, to)]))
        if start < end { html.inline("mark", text: Self.text(scalars[start..<end])) }
        if end < to { html.write(Self.text(scalars[max(end, from)..<to])) }
        if to < scalars.count { html.write("…") }
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
