/// The pieces that OSCAL elements have in common.
extension XMLText {
    /// Whether nothing is left of a text in OSCAL's form.
    private static func isBlank(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        return first <= 0x20 || first >= 0x7F ? line(text).isEmpty : false
    }

    /// Writes a property of our namespace; a value that is not known is left out, as OSCAL has no empty values.
    func prop(_ name: String, _ value: String?) {
        guard let value, !Self.isBlank(value) else { return }
        empty("prop", ["name": name, "ns": OSCALNames.namespace, "value": value])
    }

    /// Writes a property of OSCAL's own namespace.
    func standardProp(_ name: String, _ value: String) { empty("prop", ["name": name, "value": value]) }

    /// Writes a heading; it may not be empty.
    func title(_ text: String) {
        self.text("title", text: Self.isBlank(text) ? "untitled" : text)
    }

    /// Writes an element of paragraphs: OSCAL refuses bare text where it takes blocks.
    func blocks(_ name: StaticString, _ paragraphs: [String]) {
        element(name) { self.paragraphs(paragraphs) }
    }

    /// Writes paragraphs, at least one.
    func paragraphs(_ paragraphs: [String]) {
        let written = paragraphs.filter { !Self.isBlank($0) }
        for paragraph in written.isEmpty ? ["Nothing is known of it."] : written { text("p", text: paragraph) }
    }

    /// Writes who observed: the tool, or a person.
    func origin(_ type: String, _ uuid: String) {
        element("origin") { empty("actor", ["type": type, "actor-uuid": uuid]) }
    }

    /// Writes a part of an attestation.
    func part(_ name: String, uuid: String, title: String, _ paragraphs: [String]) {
        element("part", ["uuid": uuid, "name": name, "ns": OSCALNames.namespace]) {
            self.title(title)
            self.paragraphs(paragraphs)
        }
    }
}
