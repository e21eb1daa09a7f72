/// A piece of an OSCAL document as a value: small documents are trees of it.
struct OSCALElement {
    /// What stands in it.
    enum Content {
        case nothing
        case children([OSCALElement])
        /// A text without markup: a version, a UUID.
        case plain(String)
        /// A line of markup: a title.
        case markup(String)
        case flag(Bool)
        /// Paragraphs.
        case blocks([String])
        /// Paragraphs that stand in the surrounding element itself: the prose of a part.
        case bareBlocks([String])
    }

    /// Name of the XML element.
    let name: StaticString
    /// Flags; those without a value are not written.
    let flags: OSCALOutput.Flags
    /// What stands in it.
    let content: Content

    private init(_ name: StaticString, _ flags: OSCALOutput.Flags, _ content: Content) {
        self.name = name
        self.flags = flags
        self.content = content
    }

    /// An element with flags and elements in it.
    static func node(
        _ name: StaticString, _ flags: OSCALOutput.Flags = [:], _ children: [OSCALElement?] = []
    ) -> OSCALElement {
        let present = children.compactMap { $0 }
        return OSCALElement(name, flags, present.isEmpty ? .nothing : .children(present))
    }

    /// A text without markup; it may not be empty.
    static func plain(_ name: StaticString, _ text: String) -> OSCALElement {
        OSCALElement(name, [:], .plain(OSCALText.isBlank(text) ? "not stated" : text))
    }

    /// A truth value.
    static func flag(_ name: StaticString, _ flag: Bool) -> OSCALElement { OSCALElement(name, [:], .flag(flag)) }

    /// A heading; it may not be empty.
    static func title(_ text: String) -> OSCALElement {
        OSCALElement("title", [:], .markup(OSCALText.isBlank(text) ? "untitled" : text))
    }

    /// Paragraphs; nil when there are none.
    static func blocks(_ name: StaticString, _ paragraphs: [String]) -> OSCALElement? {
        let lines = paragraphs.flatMap(OSCALText.paragraphs)
        return lines.isEmpty ? nil : OSCALElement(name, [:], .blocks(lines))
    }

    /// The prose of a part; nil when there is none.
    static func prose(_ text: String) -> OSCALElement? {
        let lines = OSCALText.paragraphs(text)
        return lines.isEmpty ? nil : OSCALElement("prose", [:], .bareBlocks(lines))
    }

    /// A property; nil when its value is blank, as OSCAL has no empty values.
    ///
    /// The namespace is ours by default; nil stands for OSCAL's own, which closes its list of names.
    static func prop(_ name: String, _ value: String?, namespace: String? = OSCALNames.namespace) -> OSCALElement? {
        guard let value, !OSCALText.isBlank(value) else { return nil }
        return .node("prop", ["name": name, "ns": namespace, "value": value])
    }
}
