internal import Compliance

/// A line of a source with its place above it and what is meant marked.
struct HTMLSource {
    private static let keptScalars = 400

    let html: HTMLText
    let citation: Citation
    let evidence: Evidence

    /// The line, secrets already removed, when it was kept.
    private var excerpt: String? { evidence.excerpt(of: citation) }

    /// Draws the place, and the line where the citation names one that says it.
    func draw() {
        let isOfDefault = citation.isOfDefault(excerpt)
        html.element("figure", ["class": "source"]) {
            html.inline("figcaption") {
                isOfDefault ? absence() : place()
            }
            guard let excerpt, let number = citation.line, !isOfDefault, evidence.quote(of: citation) != nil else {
                return
            }
            html.element("pre") {
                html.inline("span", ["class": "number"], text: String(number))
                html.inline("code") { line(CitedLine(citation, excerpt: excerpt)) }
            }
        }
    }

    private func place() {
        html.inline("code", text: citation.place)
        guard let pointer = citation.pointer, !pointer.isEmpty else { return }
        html.write(" ")
        html.inline("code", ["class": "pointer"], text: pointer)
    }

    /// What no file says, in words.
    private func absence() {
        let file = citation.artifact
        guard let setting = citation.setting else {
            html.write("Nothing in ")
            html.inline("code", text: file)
            return html.write(" sets it")
        }
        if citation.line == nil {
            html.write("No file that was read sets ")
            html.inline("code", ["class": "pointer"], text: setting)
            html.write(" (read: ")
            html.inline("code", text: file)
            return html.write(")")
        }
        html.inline("code", text: file)
        html.write(" does not set ")
        html.inline("code", ["class": "pointer"], text: setting)
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
