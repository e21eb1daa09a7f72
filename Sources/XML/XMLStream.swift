internal import CLibXML2

/// Takes the elements and texts of a document in their order.
public protocol XMLReceiver: AnyObject {
    /// An element begins; line and column are counted from 1.
    func begin(_ name: String, attributes: [XMLAttribute], line: Int, column: Int)
    /// A stretch of text; a text may come in several.
    func text(_ text: String)
    /// The innermost open element ends.
    func end()
}

/// Reads XML from untrusted sources without a tree in memory: no DOCTYPE, so no entities; no network; bounded depth.
///
/// Unlike the tree of `XMLReader`, it keeps the order of texts and elements in mixed content.
public enum XMLStream {
    /// Largest document, in bytes.
    public static let limit = 32 << 20

    /// Reads a document and hands on what stands in it.
    ///
    /// - Throws: `XMLProblem` when the bytes are not well-formed, or hold a DOCTYPE; the receiver then has a part.
    public static func read(_ bytes: [UInt8], into receiver: any XMLReceiver) throws(XMLProblem) {
        XMLReader.initialise()
        guard bytes.count <= limit else {
            throw XMLProblem(description: "more than \(limit) bytes of XML", line: 0, kind: .limit)
        }
        try XMLWidth.check(bytes)
        guard let context = xmlNewParserCtxt(), let handlers = context.pointee.sax else {
            throw XMLProblem(description: "no memory", line: 0, kind: .limit)
        }
        defer { xmlFreeParserCtxt(context) }
        surety_refuse_doctype(context)
        handlers.pointee.startElementNs = begin
        handlers.pointee.endElementNs = { context, _, _, _ in XMLStream.box(context)?.receiver.end() }
        handlers.pointee.characters = text
        handlers.pointee.cdataBlock = text
        handlers.pointee.ignorableWhitespace = text
        handlers.pointee.reference = nil
        handlers.pointee.comment = nil
        handlers.pointee.processingInstruction = nil
        // Without a DOCTYPE there are only the five entities of XML itself to replace.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOENT.rawValue
        let tooWide = bytes.withUnsafeBufferPointer { bytes in
            let box = Box(receiver, XMLPlaces(bytes))
            context.pointee._private = Unmanaged.passUnretained(box).toOpaque()
            bytes.withMemoryRebound(to: CChar.self) {
                xmlFreeDoc(xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, nil, Int32(options)))
            }
            return box.tooWide
        }
        if let tooWide {
            let message = "more than \(XMLReader.attributeLimit) attributes"
            throw XMLProblem(description: message, line: tooWide, kind: .limit)
        }
        if surety_has_doctype(context) == 1 {
            throw XMLProblem(description: "a DOCTYPE is refused", line: line(context), kind: .forbidden)
        }
        guard context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1 else {
            throw XMLReader.problem(context)
        }
    }

    /// The receiver, as C can hold it.
    private final class Box {
        let receiver: any XMLReceiver
        var places: XMLPlaces
        /// Line of an element with more attributes than are read.
        var tooWide: Int?

        init(_ receiver: any XMLReceiver, _ places: XMLPlaces) {
            self.receiver = receiver
            self.places = places
        }
    }

    private static func box(_ context: UnsafeMutableRawPointer?) -> Box? {
        context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
            Unmanaged<Box>.fromOpaque($0).takeUnretainedValue()
        }
    }

    private static func line(_ context: xmlParserCtxtPtr) -> Int { Int(context.pointee.input?.pointee.line ?? 0) }

    private static let begin: startElementNsSAX2Func = { context, name, prefix, _, _, _, count, _, attributes in
        guard let context, let box = XMLStream.box(context) else { return }
        let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
        let place = box.places.next() ?? XMLPlaces.Tag(line: XMLStream.line(parser), column: 1)
        // libxml2 hands over five pointers for each: name, prefix, namespace, and where the value begins and ends.
        let found = (0..<min(Int(count), XMLReader.attributeLimit)).compactMap { position -> XMLAttribute? in
            guard let attribute = attributes?.advanced(by: position * 5), let start = attribute[3],
                let end = attribute[4]
            else { return nil }
            let name = XMLStream.name(attribute[0], attribute[1])
            let value = place.values[name] ?? (place.line, place.column)
            return XMLAttribute(
                name: name,
                value: String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self),
                line: value.line, column: value.column)
        }
        if count > XMLReader.attributeLimit {
            box.tooWide = place.line
            xmlStopParser(parser)
        }
        box.receiver.begin(XMLStream.name(name, prefix), attributes: found, line: place.line, column: place.column)
    }

    private static let text: charactersSAXFunc = { context, characters, count in
        guard let characters, let box = XMLStream.box(context) else { return }
        box.receiver.text(String(decoding: UnsafeBufferPointer(start: characters, count: Int(count)), as: UTF8.self))
    }

    private static func name(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) -> String {
        let own = name.map { String(cString: $0) } ?? ""
        guard let prefix else { return own }
        return String(cString: prefix) + ":" + own
    }
}
