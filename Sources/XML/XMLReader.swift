internal import CLibXML2

/// Reads XML from untrusted sources: no DOCTYPE, so no entities; no network; bounded depth and size.
public enum XMLReader {
    /// Largest document, in bytes: libxml2 needs about 35 times as much memory.
    public static let limit = 8 << 20

    private static let initialised: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    }()

    /// The root element.
    ///
    /// - Throws: `XMLProblem` when the bytes are not well-formed, or hold a DOCTYPE.
    public static func read(_ bytes: [UInt8]) throws(XMLProblem) -> XMLElement {
        _ = initialised
        guard bytes.count <= limit else {
            throw XMLProblem(description: "more than \(limit) bytes of XML", line: 0, isForbidden: true)
        }
        guard let context = xmlNewParserCtxt() else {
            throw XMLProblem(description: "no memory", line: 0, isForbidden: false)
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
        defer { document.map { xmlFreeDoc($0) } }
        if surety_has_doctype(context) == 1 {
            throw XMLProblem(
                description: "a DOCTYPE is refused", line: Int(context.pointee.input?.pointee.line ?? 0),
                isForbidden: true)
        }
        guard let document, context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1,
            let root = xmlDocGetRootElement(document)
        else { throw problem(context) }
        return element(root)
    }

    private static func problem(_ context: xmlParserCtxtPtr) -> XMLProblem {
        let error = context.pointee.lastError
        var message = error.message.map { String(cString: $0) } ?? "the XML is not well-formed"
        while message.last?.isWhitespace == true { message.removeLast() }
        return XMLProblem(description: message, line: Int(error.line), isForbidden: false)
    }

    private static func element(_ node: xmlNodePtr) -> XMLElement {
        var children: [XMLElement] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE {
                children.append(element(child))
            } else if child.pointee.type == XML_TEXT_NODE || child.pointee.type == XML_CDATA_SECTION_NODE {
                text += child.pointee.content.map { String(cString: $0) } ?? ""
            }
            next = child.pointee.next
        }
        return XMLElement(
            name: name(node.pointee.name, node.pointee.ns), attributes: attributes(node), children: children,
            text: text,
            line: Int(xmlGetLineNo(node)))
    }

    private static func attributes(_ node: xmlNodePtr) -> [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        var next = node.pointee.properties
        while let attribute = next {
            let value = attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            found.append((name(attribute.pointee.name, attribute.pointee.ns), value))
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
