internal import Hashing

/// A signature in a file of its own over the bytes of an XML file beside it: XML-DSig.
///
/// See <https://www.w3.org/TR/xmldsig-core1/>. OSCAL's schema has no place for a signature inside a document, so it is
/// detached: one reference by file name, without transforms, by SHA-256. There is no KeyInfo: a verifier brings the key.
/// What is signed is written as exclusive canonicalisation leaves it, so that the bytes in the file are the signed bytes;
/// and a file that is not written so, byte for byte, is not read. Nothing can be wrapped, added or slipped in.
public enum DetachedXMLSignature {
    private static let namespace = "http://www.w3.org/2000/09/xmldsig#"
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ds:Signature xmlns:ds=\"\(namespace)\">"
    private static let opening = "<ds:SignatureValue>"
    private static let tail = "</ds:SignatureValue></ds:Signature>\n"

    /// Whether a kind of key can sign so: the tools that read XML-DSig know no Ed25519.
    public static func isPossible(with kind: KeyKind) -> Bool { algorithm(of: kind) != nil }

    /// The signature's file.
    ///
    /// - Throws: `KeyError` when the key is of a kind that XML-DSig has no widely read algorithm for.
    public static func file(over bytes: [UInt8], named name: String, by key: SigningKey) throws(KeyError) -> [UInt8] {
        guard let information = signedInformation(bytes, name, key.publicKey.kind) else {
            throw .unsupported("an Ed25519 key for XML signatures")
        }
        var signature = try key.sign(Array(information.utf8))
        if key.publicKey.kind == .ecdsaP256 {
            guard let plain = ECDSASignature.plain(fromDER: signature) else { throw .signing }
            signature = plain
        }
        return Array((head + information + opening + Base64.text(of: signature) + tail).utf8)
    }

    /// Whether a file is a signature of this form over the bytes, made with the key's private half.
    public static func verifies(
        _ file: [UInt8], over bytes: [UInt8], named name: String, by key: VerifyingKey
    ) -> Bool {
        guard let information = signedInformation(bytes, name, key.kind) else { return false }
        let (start, end) = (Array((head + information + opening).utf8), Array(tail.utf8))
        guard file.count > start.count + end.count, file.starts(with: start), file.suffix(end.count) == end[...],
            let value = Base64.bytes(of: String(decoding: file[start.count..<file.count - end.count], as: UTF8.self))
        else { return false }
        let signature = key.kind == .ecdsaP256 ? ECDSASignature.der(fromPlain: value) : value
        return signature.map { key.verifies($0, over: Array(information.utf8)) } ?? false
    }

    /// SignedInfo as exclusive canonicalisation gives it.
    private static func signedInformation(_ bytes: [UInt8], _ name: String, _ kind: KeyKind) -> String? {
        guard let algorithm = algorithm(of: kind), name.utf8.allSatisfy(isPlain) else { return nil }
        return "<ds:SignedInfo xmlns:ds=\"\(namespace)\">"
            + "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:CanonicalizationMethod>"
            + "<ds:SignatureMethod Algorithm=\"\(algorithm)\"></ds:SignatureMethod><ds:Reference URI=\"\(name)\">"
            + "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
            + "<ds:DigestValue>\(Base64.text(of: digest(bytes)))</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    }

    private static func algorithm(of kind: KeyKind) -> String? {
        switch kind {
        case .rsa: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
        case .ecdsaP256: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
        case .ed25519: nil
        }
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        let nibbles = SHA256.hex(bytes).compactMap(\.hexDigitValue)
        return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
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
