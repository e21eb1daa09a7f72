internal import CLibXML2

/// Reads XML from untrusted sources: no DOCTYPE, so no entities; no network; bounded depth and size.
public enum XMLReader {
    /// Largest document, in bytes: libxml2 needs about 35 times as much memory.
    public static let limit = 8 << 20
    /// Most attributes of one element.
    public static let attributeLimit = 1000

    private static let initialised: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    }()

    /// Prepares libxml2, once: nothing is fetched, no catalog of the system is opened.
    static func initialise() { _ = initialised }

    /// The root element.
    ///
    /// - Throws: `XMLProblem` when the bytes are not well-formed, hold a DOCTYPE, or exceed a limit.
    public static func read(_ bytes: [UInt8]) throws(XMLProblem) -> XMLElement {
        guard bytes.count <= limit else {
            throw XMLProblem(description: "more than \(limit) bytes of XML", line: 0, kind: .limit)
        }
        let document = try document(bytes)
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else {
            throw XMLProblem(description: "there is no element", line: 0, kind: .syntax)
        }
        var places = bytes.withUnsafeBufferPointer { Array(IteratorSequence(XMLPlaces($0))).makeIterator() }
        return try element(root, &places)
    }

    /// The tree of libxml2, which the caller frees.
    static func document(_ bytes: [UInt8]) throws(XMLProblem) -> xmlDocPtr {
        _ = initialised
        try XMLWidth.check(bytes)
        guard let context = xmlNewParserCtxt() else {
            throw XMLProblem(description: "no memory", line: 0, kind: .limit)
        }
        defer { xmlFreeParserCtxt(context) }
        surety_refuse_doctype(context)
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOCDATA.rawValue
        let document = bytes.withUnsafeBytes {
            xmlCtxtReadMemory(
                context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil, nil, Int32(options))
        }
        let hasDoctype = surety_has_doctype(context) == 1
        guard let document, !hasDoctype, context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1 else {
            document.map { xmlFreeDoc($0) }
            guard hasDoctype else { throw problem(context) }
            throw XMLProblem(
                description: "a DOCTYPE is refused", line: Int(context.pointee.input?.pointee.line ?? 0),
                kind: .forbidden)
        }
        return document
    }

    static func problem(_ context: xmlParserCtxtPtr) -> XMLProblem {
        let error = context.pointee.lastError
        var message = error.message.map { String(cString: $0) } ?? "the XML is not well-formed"
        while message.last?.isWhitespace == true { message.removeLast() }
        return XMLProblem(description: message, line: Int(error.line), kind: .syntax)
    }

    private static func element(
        _ node: xmlNodePtr, _ places: inout IndexingIterator<[XMLPlaces.Tag]>
    ) throws(XMLProblem) -> XMLElement {
        let place = places.next() ?? XMLPlaces.Tag(line: Int(xmlGetLineNo(node)), column: 1)
        let attributes = try attributes(node, place)
        var children: [XMLElement] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE {
                children.append(try element(child, &places))
            } else if child.pointee.type == XML_TEXT_NODE || child.pointee.type == XML_CDATA_SECTION_NODE {
                text += child.pointee.content.map { String(cString: $0) } ?? ""
            }
            next = child.pointee.next
        }
        return XMLElement(
            name: name(node.pointee.name, node.pointee.ns), attributes: attributes, children: children, text: text,
            line: place.line, column: place.column)
    }

    private static func attributes(_ node: xmlNodePtr, _ place: XMLPlaces.Tag) throws(XMLProblem) -> [XMLAttribute] {
        var found: [XMLAttribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            guard found.count < attributeLimit else {
                throw XMLProblem(
                    description: "more than \(attributeLimit) attributes", line: place.line, kind: .limit)
            }
            let attributeName = name(attribute.pointee.name, attribute.pointee.ns)
            let value = place.values[attributeName]
            let text = attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            found.append(
                XMLAttribute(
                    name: attributeName, value: text,
                    line: value?.line ?? place.line, column: value?.column ?? place.column))
            next = attribute.pointee.next
        }
        return found
    }

    private static func name(_ name: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> String {
        let own = name.map { String(cString: $0) } ?? ""
        guard let prefix = namespace?.pointee.prefix else { return own }
        return String(cString: prefix) + ":" + own
    }
}
