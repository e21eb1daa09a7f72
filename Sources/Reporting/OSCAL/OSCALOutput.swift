/// Takes an OSCAL document piece by piece, in the order that its XML has, and writes it as XML or as JSON.
///
/// OSCAL's forms have one model (Metaschema): a flag is an attribute in XML and a member in JSON; what may stand there
/// several times stands side by side in XML and in a list in JSON; prose is paragraphs in XML and Markdown in JSON. So a
/// document is described once, and a large one is never held in memory.
/// Model: https://pages.nist.gov/OSCAL-Reference/models/
final class OSCALOutput {
    typealias Flags = KeyValuePairs<StaticString, String?>

    enum Form {
        case xml(XMLText)
        case json(OSCALJSON)
    }

    let form: Form

    private init(_ form: Form) { self.form = form }

    /// An output in XML.
    static func xml(_ sink: ByteSink) -> OSCALOutput { OSCALOutput(.xml(XMLText(sink))) }

    /// An output in JSON.
    static func json(_ sink: ByteSink) -> OSCALOutput { OSCALOutput(.json(OSCALJSON(sink))) }

    /// Writes the document: its root and everything in it.
    func document(_ name: StaticString, uuid: String, _ body: () -> Void) {
        switch form {
        case .xml(let xml):
            xml.declaration()
            xml.element(name, ["xmlns": "http://csrc.nist.gov/ns/oscal/1.0", "uuid": uuid], body)
        case .json(let json): json.document("\(name)", uuid: uuid, body)
        }
    }

    /// Writes an element with elements in it.
    func element(_ name: StaticString, _ flags: Flags = [:], _ body: () -> Void) {
        switch form {
        case .xml(let xml):
            isPlain(flags) ? xml.element(name, flags, body) : xml.element(name, flags: Self.clean(flags), body)
        case .json(let json): json.element("\(name)", Self.clean(flags), body)
        }
    }

    /// Writes an element with nothing in it.
    func empty(_ name: StaticString, _ flags: Flags = [:]) {
        switch form {
        case .xml(let xml): isPlain(flags) ? xml.empty(name, flags) : xml.empty(name, flags: Self.clean(flags))
        case .json(let json): json.empty("\(name)", Self.clean(flags))
        }
    }

    /// Writes a text without markup: a version, a UUID.
    func plain(_ name: StaticString, _ text: String, _ flags: Flags = [:]) {
        switch form {
        case .xml(let xml): xml.text(name, flags, text: Self.isPlain(text) ? text : OSCALText.line(text))
        case .json(let json): json.text("\(name)", Self.clean(flags), OSCALText.line(text))
        }
    }

    /// Writes a line of markup: a title.
    func markup(_ name: StaticString, _ text: String) {
        switch form {
        case .xml: plain(name, text)
        case .json(let json): json.text("\(name)", [], OSCALText.markdown(OSCALText.line(text)))
        }
    }

    /// Writes a truth value.
    func flag(_ name: StaticString, _ flag: Bool) {
        switch form {
        case .xml(let xml): xml.text(name, text: flag ? "true" : "false")
        case .json(let json): json.flag("\(name)", flag)
        }
    }

    /// Writes an element of paragraphs: OSCAL's XML refuses bare text where it takes blocks.
    func blocks(_ name: StaticString, _ paragraphs: [String]) {
        switch form {
        case .xml(let xml): xml.element(name) { prose(paragraphs) }
        case .json(let json): json.text("\(name)", [], Self.markdown(paragraphs))
        }
    }

    /// Writes paragraphs that stand in the surrounding element itself: the prose of a part.
    func prose(_ paragraphs: [String]) {
        switch form {
        case .xml: for paragraph in Self.given(paragraphs) { plain("p", paragraph) }
        case .json(let json): json.text("prose", [], Self.markdown(paragraphs))
        }
    }

    private static func markdown(_ paragraphs: [String]) -> String {
        given(paragraphs).map { OSCALText.markdown(OSCALText.line($0)) }.joined(separator: "\n\n")
    }

    /// Paragraphs that are not blank, at least one.
    private static func given(_ paragraphs: [String]) -> [String] {
        let given = paragraphs.filter { !OSCALText.isBlank($0) }
        return given.isEmpty ? ["Nothing is known of it."] : given
    }

    /// Whether the values can stand as they are: millions are looked at, a few are unusual.
    private func isPlain(_ flags: Flags) -> Bool { flags.allSatisfy { $0.value.map(Self.isPlain) ?? true } }

    /// Whether a text is visible ASCII from end to end.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20 else { return false }
        return text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    /// Flags in OSCAL's form, those without a value left out.
    private static func clean(_ flags: Flags) -> [(key: StaticString, value: String)] {
        flags.compactMap { key, value in
            let line = value.map(OSCALText.line) ?? ""
            return line.isEmpty ? nil : (key, line)
        }
    }
}
