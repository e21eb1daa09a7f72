internal import XML

/// A signature inside an XML document, over all the rest of it: XML-DSig.
///
/// CycloneDX lets elements of other namespaces stand last in its root. There is one reference, to the document itself
/// (`URI=""`), so that no identifier decides what is signed. Canonicalisation leaves comments out, and a comment inside
/// a text divides it for some readers: a document with one is neither signed nor read. The signed file is held, byte
/// for byte, against the report with the one signature put in before its end.
public enum EnvelopedXMLSignature {
    private static let transforms = [
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature", XMLSignatureParts.canonicalisation,
    ]

    /// Whether a file is a CycloneDX document in XML.
    public static func isFor(_ name: String) -> Bool { name.hasSuffix(".cdx.xml") }

    /// The document with a signature as the last child of its root.
    ///
    /// - Throws: `KeyError` when the key or the document is of a kind that is not signed so.
    public static func file(over bytes: [UInt8], by key: SigningKey) throws(KeyError) -> [UInt8] {
        guard let parts = Parts(bytes), let information = parts.signedInformation(key.publicKey.kind) else {
            throw .unsupported("this key or document for XML signatures")
        }
        let value = try XMLSignatureParts.value(over: information, by: key)
        return parts.start(information) + Array(value.utf8) + parts.end
    }

    /// Whether a file is the document with a signature of this form, made with the key's private half.
    public static func verifies(_ file: [UInt8], over bytes: [UInt8], by key: VerifyingKey) -> Bool {
        guard let parts = Parts(bytes), let information = parts.signedInformation(key.kind) else { return false }
        let (start, end) = (parts.start(information), parts.end)
        guard file.count > start.count + end.count, file.starts(with: start), file.suffix(end.count) == end[...] else {
            return false
        }
        return XMLSignatureParts.holds(file[start.count..<file.count - end.count], over: information, by: key)
    }

    /// A document, cut before the end of its root.
    private struct Parts {
        private let before: ArraySlice<UInt8>
        private let after: ArraySlice<UInt8>
        private let canonical: [UInt8]

        /// Nil for a document that is not well-formed, or holds a comment, an instruction or a signature.
        init?(_ bytes: [UInt8]) {
            let text = String(decoding: bytes, as: UTF8.self)
            guard Array(text.utf8) == bytes, !text.contains("<!"), !text.dropFirst(2).contains("<?"),
                !text.contains(XMLSignatureParts.namespace), let canonical = try? CanonicalXML.exclusive(bytes),
                let cut = text.utf8.lastIndex(of: UInt8(ascii: "<"))
            else { return nil }
            let place = text.utf8.distance(from: text.utf8.startIndex, to: cut)
            guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") else { return nil }
            before = bytes[..<place]
            after = bytes[place...]
            self.canonical = canonical
        }

        func signedInformation(_ kind: KeyKind) -> String? {
            XMLSignatureParts.signedInformation(
                to: "", through: EnvelopedXMLSignature.transforms, digesting: canonical, kind)
        }

        func start(_ information: String) -> [UInt8] {
            before + Array((XMLSignatureParts.opening + information + XMLSignatureParts.middle).utf8)
        }

        var end: [UInt8] { Array(XMLSignatureParts.closing.utf8) + after }
    }
}
