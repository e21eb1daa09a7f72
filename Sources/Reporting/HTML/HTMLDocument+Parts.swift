internal import Compliance

extension HTMLDocument {
    /// Writes a paragraph.
    func paragraph(_ text: String) { html.element("p", text: text) }

    /// Writes text in the look of code: paths, identifiers.
    func code(_ text: String) {
        guard !text.isEmpty else { return }
        html.inline("code", text: text)
    }

    /// Writes a sentence; what stands between backticks in it looks like code.
    func prose(_ text: String) { html.prose(text) }

    /// Writes pieces one after the other with something between them.
    func joined(_ pieces: some Sequence<Piece>, by separator: String = ", ") {
        for (position, piece) in pieces.enumerated() {
            if position > 0 { html.write(separator) }
            piece()
        }
    }

    /// Writes a list of pieces; nothing for none.
    func list(_ pieces: [Piece]) {
        guard !pieces.isEmpty else { return }
        html.element("ul") {
            for piece in pieces { html.element("li", [:], piece) }
        }
    }

    /// Writes a table with its caption, each row headed by its first cell; nothing when it has no rows.
    func table<Row>(
        _ caption: String, _ header: [String], _ rows: some Collection<Row>, anchor: (Row) -> String? = { _ in nil },
        _ cells: (Row) -> [Piece]
    ) {
        guard !rows.isEmpty else { return }
        html.element("div", ["class": "wide"]) {
            html.element("table") {
                html.element("caption", text: caption)
                html.element("thead") {
                    html.element("tr") {
                        for title in header { html.inline("th", ["scope": "col"], text: title) }
                    }
                }
                html.element("tbody") {
                    for row in rows {
                        html.element("tr", ["id": anchor(row)]) {
                            for (position, cell) in cells(row).enumerated() {
                                if position == 0 {
                                    html.inline("th", ["scope": "row"], cell)
                                } else {
                                    html.inline("td", [:], cell)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A cell of text.
    func plain(_ text: String) -> Piece { { html.write(text) } }

    /// A cell of a sentence, with code in it.
    func said(_ text: String) -> Piece { { prose(text) } }

    /// A cell of code.
    func coded(_ text: String) -> Piece { { code(text) } }

    /// Says which agents a section leaves out, where it leaves any out.
    func sayWhatIsLeftOut() {
        let rest = assessment.agents.count - kept.count
        guard rest > 0 else { return }
        html.element("p", ["class": "note"]) {
            html.write("This section shows the \(kept.count) agents with the heaviest gaps. The other \(rest) are in ")
            code("assessment.json")
            html.write(", and their gaps in ")
            code("gaps.csv")
            html.write(".")
        }
    }

    /// Writes an agent's name, with a link to its profile when it has one here.
    func agent(_ id: AgentID) {
        guard let anchor = anchors.agents[id] else { return code(id.rawValue) }
        html.inline("a", ["href": "#\(anchor)"]) { code(id.rawValue) }
    }

    /// Writes an item's identifier, with a link to where it is listed.
    func control(_ id: ControlID) {
        guard let anchor = anchors.controls[id] else { return code(id.rawValue) }
        html.inline("a", ["href": "#\(anchor)", "title": index.control(id)?.title]) { code(id.rawValue) }
    }

    /// Writes a gap's identifier, with a link to it when it is shown.
    func gap(_ id: GapID) {
        guard let anchor = anchors.gaps[id] else { return code(id.rawValue) }
        html.inline("a", ["href": "#\(anchor)"]) { code(id.rawValue) }
    }

    /// Writes a severity with its colour.
    func badge(_ severity: Severity) {
        html.inline("span", ["class": "badge s-\(severity.rawValue)"], text: severity.rawValue)
    }

    /// Writes a verdict with its letter and colour.
    func badge(_ reading: Reading, _ kind: Control.Kind) {
        html.inline("span", ["class": "reading r-\(reading.letterClass)"]) {
            html.inline("b", ["aria-hidden": "true"], text: reading.letter)
            html.write(" \(reading.words(for: kind))")
        }
    }

    /// Writes what the colours and letters of bars and maps stand for, in the order of the bars.
    func key() {
        html.element("p", ["class": "key"]) {
            for reading in ItemResults.order {
                html.inline("span", ["class": "reading r-\(reading.letterClass)"]) {
                    html.inline("b", text: reading.letter)
                    html.write(" \(reading.wordsForAll)")
                }
                html.write(" ")
            }
        }
    }

    /// Writes a web address of a catalog, as a link when it is one.
    func link(_ address: String) {
        guard let href = OSCALValues.href(ofLink: address) else { return html.write(address) }
        html.inline("a", ["href": href, "rel": "noreferrer noopener"], text: href)
    }

    /// Places as `file:line:column`, and how many more there are.
    func places(_ citations: [Citation], limit: Int) -> [Piece] {
        var seen: Set<String> = []
        let places = citations.map(\.place).filter { seen.insert($0).inserted }
        let rest = places.count - limit
        return places.prefix(limit).map(coded) + (rest > 0 ? [plain("and \(rest) more")] : [])
    }
}

extension Reading {
    /// The verdict in one sign, so that nothing is told by colour alone.
    var letter: String {
        switch self {
        case .shown: "S"
        case .partly: "P"
        case .failed: "F"
        case .open: "?"
        case .notApplicable: "–"
        }
    }

    /// What it is called where items of all kinds stand together.
    fileprivate var wordsForAll: String {
        switch self {
        case .shown: "shown, met"
        case .partly: "partly"
        case .failed: "exposed, not met, not shown"
        case .open: "not assessed"
        case .notApplicable: "not applicable"
        }
    }

    /// The verdict as a class of the style sheet.
    var letterClass: String {
        switch self {
        case .shown: "shown"
        case .partly: "partly"
        case .failed: "failed"
        case .open: "open"
        case .notApplicable: "none"
        }
    }
}
