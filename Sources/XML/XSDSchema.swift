internal import CLibXML2

/// An XML schema (XSD 1.0), compiled by libxml2.
public final class XSDSchema {
    private let schema: xmlSchemaPtr

    /// Compiles a schema file; nothing is fetched from a network.
    ///
    /// - Throws: `XSDError` when the file is not a schema.
    public init(path: String) throws {
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
        let context = xmlSchemaNewParserCtxt(path)
        defer { xmlSchemaFreeParserCtxt(context) }
        guard let schema = xmlSchemaParse(context) else { throw XSDError(description: "\(path) is not a schema") }
        self.schema = schema
    }

    deinit { xmlSchemaFree(schema) }

    /// Whether a document is valid.
    public func accepts(_ bytes: [UInt8]) -> Bool {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let document = bytes.withUnsafeBytes {
            xmlReadMemory($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil, nil, options)
        }
        guard let document else { return false }
        defer { xmlFreeDoc(document) }
        let context = xmlSchemaNewValidCtxt(schema)
        defer { xmlSchemaFreeValidCtxt(context) }
        return xmlSchemaValidateDoc(context, document) == 0
    }
}

/// Why a schema cannot be used.
public struct XSDError: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
}
