/// Writes CycloneDX in either of its forms, JSON or XML, from one description.
///
/// In XML identifiers and types are attributes, and most lists have an element around them; in JSON both are members.
final class CycloneDXText {
    /// The forms.
    enum Form { case json, xml }

    /// The edition that is written.
    let version: CycloneDXVersion
    private let form: Form
    private let json: JSONText
    private let xml: XMLText

    init(_ form: Form, _ version: CycloneDXVersion, to sink: ByteSink) {
        self.form = form
        self.version = version
        json = JSONText(sink)
        xml = XMLText(sink)
    }

    /// Writes the whole document; its head differs between the forms.
    func document(serial: String, _ body: () -> Void) {
        switch form {
        case .json:
            json.object(block: true) {
                json.member("$schema", "http://cyclonedx.org/schema/bom-\(version.rawValue).schema.json")
                json.member("bomFormat", "CycloneDX")
                json.member("specVersion", version.rawValue)
                json.member("serialNumber", serial)
                json.member("version", 1)
                body()
            }
            json.finish()
        case .xml:
            xml.declaration()
            let namespace = "http://cyclonedx.org/schema/bom/\(version.rawValue)"
            xml.element("bom", ["xmlns": namespace, "serialNumber": serial, "version": "1"], body)
        }
    }

    /// Writes an object.
    func object(_ name: StaticString, _ body: () -> Void) {
        switch form {
        case .json:
            json.key("\(name)")
            json.object(block: true) { body() }
        case .xml: xml.element(name) { body() }
        }
    }

    /// Writes a list of objects.
    ///
    /// In XML each is an element named `item`, within one named like the list when `isWrapped`.
    func list<Element>(
        _ name: StaticString, of item: StaticString, isWrapped: Bool = true, _ elements: some Sequence<Element>,
        ref: (Element) -> String? = { _ in nil }, type: String? = nil, _ body: (Element) -> Void
    ) {
        switch form {
        case .json:
            json.key("\(name)")
            json.array(elements, block: true) { element in
                json.object {
                    json.given("type", type)
                    json.given("bom-ref", ref(element))
                    body(element)
                }
            }
        case .xml:
            guard isWrapped else { return items(item, elements, ref, type, body) }
            xml.element(name) { items(item, elements, ref, type, body) }
        }
    }

    private func items<Element>(
        _ item: StaticString, _ elements: some Sequence<Element>, _ ref: (Element) -> String?, _ type: String?,
        _ body: (Element) -> Void
    ) {
        for element in elements { xml.element(item, ["type": type, "bom-ref": ref(element)]) { body(element) } }
    }

    /// Writes a list of references; nothing when there are none.
    func refs(_ name: StaticString, of item: StaticString, isWrapped: Bool = true, _ refs: [String]) {
        guard !refs.isEmpty else { return }
        switch form {
        case .json: json.texts("\(name)", refs)
        case .xml:
            guard isWrapped else { return refs.forEach { xml.text(item, text: $0) } }
            xml.element(name) { refs.forEach { xml.text(item, text: $0) } }
        }
    }

    /// Writes a text; nothing when there is none.
    func text(_ name: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        switch form {
        case .json: json.member("\(name)", SafeText.line(text))
        case .xml: xml.text(name, text: text)
        }
    }

    /// Writes a number between 0 and 1, in tenths.
    func tenths(_ name: StaticString, _ tenths: Int) {
        switch form {
        case .json:
            json.key("\(name)")
            json.tenths(tenths)
        case .xml: xml.text(name, text: "\(tenths / 10).\(tenths % 10)")
        }
    }

    /// Writes a truth value.
    func flag(_ name: StaticString, _ flag: Bool) {
        switch form {
        case .json: json.member("\(name)", flag)
        case .xml: xml.text(name, text: flag ? "true" : "false")
        }
    }

    /// Writes properties, names with values.
    func properties(_ properties: [(name: String, value: String)]) {
        switch form {
        case .json:
            json.list("properties", properties) { property in
                json.member("name", property.name)
                json.member("value", property.value)
            }
        case .xml:
            xml.element("properties") {
                for property in properties { xml.text("property", ["name": property.name], text: property.value) }
            }
        }
    }
}
