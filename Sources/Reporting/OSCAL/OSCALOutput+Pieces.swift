/// The pieces that OSCAL documents have in common.
extension OSCALOutput {
    /// Writes a property of our namespace; a value that is not known is left out, as OSCAL has no empty values.
    func prop(_ name: String, _ value: String?) {
        guard let value, !OSCALText.isBlank(value) else { return }
        empty("prop", ["name": name, "ns": OSCALNames.namespace, "value": value])
    }

    /// Writes a property of OSCAL's own namespace.
    func standardProp(_ name: String, _ value: String) { empty("prop", ["name": name, "value": value]) }

    /// Writes a heading; it may not be empty.
    func title(_ text: String) { markup("title", OSCALText.isBlank(text) ? "untitled" : text) }

    /// Writes who observed: the tool, or a person.
    func origin(_ type: String, _ uuid: String) {
        element("origin") { empty("actor", ["type": type, "actor-uuid": uuid]) }
    }

    /// Writes a part of an attestation.
    func part(_ name: String, uuid: String, title: String, _ paragraphs: [String]) {
        element("part", ["uuid": uuid, "name": name, "ns": OSCALNames.namespace]) {
            self.title(title)
            prose(paragraphs)
        }
    }
}
