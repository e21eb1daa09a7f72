/// A signature in a file of its own over the bytes of an XML file beside it: XML-DSig.
///
/// OSCAL's schema has no place for a signature inside a document, so it is detached: one reference by file name, without
/// transforms, by SHA-256. A file that is not written so, byte for byte, is not read. Nothing can be wrapped, added or
/// slipped in.
public enum DetachedXMLSignature {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + XMLSignatureParts.opening
    private static let tail = XMLSignatureParts.closing + "\n"

    /// Whether a kind of key can sign so: the tools that read XML-DSig know no Ed25519.
    public static func isPossible(with kind: KeyKind) -> Bool { XMLSignatureParts.algorithm(of: kind) != nil }

    /// Whether a file is an OSCAL document in XML.
    public static func isFor(_ name: String, _ bytes: [UInt8]) -> Bool {
        name.hasSuffix(".xml") && String(decoding: bytes.prefix(512), as: UTF8.self).contains(OSCALNamespace.text)
    }

    /// The signature's file.
    ///
    /// - Throws: `KeyError` when the key is of a kind that XML-DSig has no widely read algorithm for.
    public static func file(over bytes: [UInt8], named name: String, by key: SigningKey) throws(KeyError) -> [UInt8] {
        guard let information = signedInformation(bytes, name, key.publicKey.kind) else {
            throw .unsupported("an Ed25519 key for XML signatures")
        }
        let value = try XMLSignatureParts.value(over: information, by: key)
        return Array((head + information + XMLSignatureParts.middle + value + tail).utf8)
    }

    /// Whether a file is a signature of this form over the bytes, made with the key's private half.
    public static func verifies(
        _ file: [UInt8], over bytes: [UInt8], named name: String, by key: VerifyingKey
    ) -> Bool {
        guard let information = signedInformation(bytes, name, key.kind) else { return false }
        let (start, end) = (Array((head + information + XMLSignatureParts.middle).utf8), Array(tail.utf8))
        guard file.count > start.count + end.count, file.starts(with: start), file.suffix(end.count) == end[...] else {
            return false
        }
        return XMLSignatureParts.holds(file[start.count..<file.count - end.count], over: information, by: key)
    }

    private static func signedInformation(_ bytes: [UInt8], _ name: String, _ kind: KeyKind) -> String? {
        guard name.utf8.allSatisfy(isPlain) else { return nil }
        return XMLSignatureParts.signedInformation(to: name, through: [], digesting: bytes, kind)
    }

    /// Letters that stand for themselves in a URI and in XML.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
