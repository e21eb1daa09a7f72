internal import CLibXML2

/// An XML schema (XSD 1.0), compiled by libxml2.
public final class XSDSchema {
    private let schema: xmlSchemaPtr

    /// Compiles a schema file; nothing is fetched from a network.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - files: The files that it may draw on.
    /// - Throws: `XSDError` when the file is not a schema, or draws on another file.
    public init(path: String, beside files: [String] = []) throws {
        let read = SchemaFiles.only(files + [path]) {
            let context = xmlSchemaNewParserCtxt(path)
            defer { xmlSchemaFreeParserCtxt(context) }
            // Its complaints would go to standard error.
            xmlSchemaSetParserErrors(context, nil, nil, nil)
            xmlSchemaSetParserStructuredErrors(context, { _, _ in }, nil)
            // A pointer is not handed from one to the other as it is.
            return UInt(bitPattern: xmlSchemaParse(context))
        }
        guard let read = xmlSchemaPtr(bitPattern: read) else { throw XSDError(description: "\(path) is not a schema") }
        schema = read
    }

    deinit { xmlSchemaFree(schema) }

    /// Whether a document is valid.
    public func accepts(_ bytes: [UInt8]) -> Bool { problems(in: bytes).isEmpty }

    /// What is wrong with a document, with the lines; nothing when it is valid.
    ///
    /// A document that is not well-formed, or holds a DOCTYPE, has that one problem.
    public func problems(in bytes: [UInt8]) -> [XMLProblem] {
        let document: xmlDocPtr
        do { document = try XMLReader.document(bytes) } catch { return [error] }
        defer { xmlFreeDoc(document) }
        let context = xmlSchemaNewValidCtxt(schema)
        defer { xmlSchemaFreeValidCtxt(context) }
        let found = Problems()
        let receive: xmlStructuredErrorFunc = { target, error in
            guard let target, let error else { return }
            let text = error.pointee.message.map { String(cString: $0) } ?? "the document is not valid"
            Unmanaged<Problems>.fromOpaque(target).takeUnretainedValue().list.append(
                XMLProblem(
                    description: String(text.reversed().drop { $0.isWhitespace }.reversed()),
                    line: Int(error.pointee.line), kind: .syntax))
        }
        xmlSchemaSetValidStructuredErrors(context, receive, Unmanaged.passUnretained(found).toOpaque())
        let result = xmlSchemaValidateDoc(context, document)
        withExtendedLifetime(found) {}
        if result != 0 && found.list.isEmpty {
            return [XMLProblem(description: "the document is not valid", line: 0, kind: .syntax)]
        }
        return found.list
    }

    /// Takes what libxml2 reports.
    private final class Problems {
        var list: [XMLProblem] = []
    }
}

/// Why a schema cannot be used.
public struct XSDError: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
}
