/// A piece of an OSCAL document, from which its XML, its JSON and its YAML are written alike.
///
/// OSCAL's three forms have one model (Metaschema): a flag is an attribute in XML and a member in JSON; what may stand
/// there several times has a name for the single thing in XML and one for the list in JSON; prose is elements in XML and
/// Markdown in JSON. Model: https://pages.nist.gov/OSCAL-Reference/models/
struct OSCALElement {
    /// What stands in it.
    enum Content {
        case nothing
        case children([OSCALElement])
        /// A text without markup: a version, a UUID.
        case plain(String)
        /// A line of markup: a title.
        case markup(String)
        /// Paragraphs.
        case blocks([String])
        /// Paragraphs that stand in the surrounding element itself: the prose of a part.
        case bareBlocks([String])
    }

    /// Name of the single thing: the XML element.
    let name: StaticString
    /// Key in JSON, and whether it holds a list.
    let key: (name: StaticString, isList: Bool)
    /// Flags, those without a value left out.
    let flags: [(key: StaticString, value: String)]
    /// What stands in it.
    let content: Content

    private init(
        _ name: StaticString, _ key: StaticString, isList: Bool, _ flags: KeyValuePairs<StaticString, String?>,
        _ content: Content
    ) {
        self.name = name
        self.key = (key, isList)
        self.flags = flags.compactMap { key, value in
            let line = value.map(OSCALText.line) ?? ""
            return line.isEmpty ? nil : (key, line)
        }
        self.content = content
    }

    /// What may stand there once.
    static func one(
        _ name: StaticString, _ flags: KeyValuePairs<StaticString, String?> = [:], _ children: [OSCALElement?] = []
    ) -> OSCALElement {
        OSCALElement(name, name, isList: false, flags, content(children))
    }

    /// What may stand there several times; the second name is that of the list.
    static func many(
        _ name: StaticString, _ list: StaticString, _ flags: KeyValuePairs<StaticString, String?> = [:],
        _ children: [OSCALElement?] = []
    ) -> OSCALElement {
        OSCALElement(name, list, isList: true, flags, content(children))
    }

    /// One of several texts without markup.
    static func many(_ name: StaticString, _ list: StaticString, text: String) -> OSCALElement {
        OSCALElement(name, list, isList: true, [:], .plain(OSCALText.line(text)))
    }

    /// A text without markup; it may not be empty.
    static func plain(_ name: StaticString, _ text: String) -> OSCALElement {
        let line = OSCALText.line(text)
        return OSCALElement(name, name, isList: false, [:], .plain(line.isEmpty ? "not stated" : line))
    }

    /// A heading; it may not be empty.
    static func title(_ text: String) -> OSCALElement {
        let line = OSCALText.line(text)
        return OSCALElement("title", "title", isList: false, [:], .markup(line.isEmpty ? "untitled" : line))
    }

    /// Paragraphs; nil when there are none.
    static func blocks(_ name: StaticString, _ paragraphs: [String]) -> OSCALElement? {
        let lines = paragraphs.flatMap(OSCALText.paragraphs)
        return lines.isEmpty ? nil : OSCALElement(name, name, isList: false, [:], .blocks(lines))
    }

    /// The prose of a part; nil when there is none.
    static func prose(_ text: String) -> OSCALElement? {
        let lines = OSCALText.paragraphs(text)
        return lines.isEmpty ? nil : OSCALElement("p", "prose", isList: false, [:], .bareBlocks(lines))
    }

    /// A property; nil when its value is blank, as OSCAL has no empty values.
    ///
    /// The namespace is ours by default; nil stands for OSCAL's own, which closes its list of names.
    static func prop(_ name: String, _ value: String?, namespace: String? = OSCALNames.namespace) -> OSCALElement? {
        guard let value, !OSCALText.line(value).isEmpty else { return nil }
        return .many("prop", "props", ["name": name, "ns": namespace, "value": value])
    }

    private static func content(_ children: [OSCALElement?]) -> Content {
        let present = children.compactMap { $0 }
        return present.isEmpty ? .nothing : .children(present)
    }
}
