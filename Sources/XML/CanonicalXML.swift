internal import CLibXML2

/// XML in the one form that signatures are made over.
public enum CanonicalXML {
    /// Exclusive canonicalisation of a whole document, comments left out.
    ///
    /// See <https://www.w3.org/TR/xml-exc-c14n/>.
    ///
    /// - Throws: `XMLProblem` when the bytes are not well-formed, hold a DOCTYPE, or exceed `XMLStream.limit`.
    public static func exclusive(_ bytes: [UInt8]) throws(XMLProblem) -> [UInt8] {
        guard bytes.count <= XMLStream.limit else {
            throw XMLProblem(description: "more than \(XMLStream.limit) bytes of XML", line: 0, kind: .limit)
        }
        let document = try XMLReader.document(bytes)
        defer { xmlFreeDoc(document) }
        var canonical: UnsafeMutablePointer<xmlChar>?
        let count = xmlC14NDocDumpMemory(document, nil, Int32(XML_C14N_EXCLUSIVE_1_0.rawValue), nil, 0, &canonical)
        guard count >= 0, let canonical else {
            throw XMLProblem(description: "it cannot be canonicalised", line: 0, kind: .syntax)
        }
        defer { surety_xml_free(canonical) }
        return Array(UnsafeBufferPointer(start: canonical, count: Int(count)))
    }
}
