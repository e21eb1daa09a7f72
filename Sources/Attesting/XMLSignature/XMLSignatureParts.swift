internal import Hashing

/// What both forms of XML-DSig are made of: <https://www.w3.org/TR/xmldsig-core1/>.
///
/// What is signed is written as exclusive canonicalisation leaves it, so that the bytes in the file are the signed bytes.
/// There is no KeyInfo: a verifier brings the key.
enum XMLSignatureParts {
    static let namespace = "http://www.w3.org/2000/09/xmldsig#"
    static let canonicalisation = "http://www.w3.org/2001/10/xml-exc-c14n#"
    /// What stands before SignedInfo, between it and the value, and after that.
    static let opening = "<ds:Signature xmlns:ds=\"\(namespace)\">"
    static let middle = "<ds:SignatureValue>"
    static let closing = "</ds:SignatureValue></ds:Signature>"

    /// The algorithm of a kind of key; nil for Ed25519, which no widely used reader of XML-DSig knows.
    static func algorithm(of kind: KeyKind) -> String? {
        switch kind {
        case .rsa: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
        case .ecdsaP256: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
        case .ed25519: nil
        }
    }

    /// SignedInfo with one reference, as exclusive canonicalisation gives it.
    static func signedInformation(
        to address: String, through transforms: [String], digesting bytes: [UInt8], _ kind: KeyKind
    ) -> String? {
        guard let algorithm = algorithm(of: kind) else { return nil }
        let steps = transforms.map { "<ds:Transform Algorithm=\"\($0)\"></ds:Transform>" }.joined()
        return "<ds:SignedInfo xmlns:ds=\"\(namespace)\">"
            + "<ds:CanonicalizationMethod Algorithm=\"\(canonicalisation)\"></ds:CanonicalizationMethod>"
            + "<ds:SignatureMethod Algorithm=\"\(algorithm)\"></ds:SignatureMethod><ds:Reference URI=\"\(address)\">"
            + (steps.isEmpty ? "" : "<ds:Transforms>\(steps)</ds:Transforms>")
            + "<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
            + "<ds:DigestValue>\(Base64.text(of: digest(bytes)))</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    }

    /// The value of a signature over SignedInfo, in Base64.
    static func value(over information: String, by key: SigningKey) throws(KeyError) -> String {
        var signature = try key.sign(Array(information.utf8))
        if key.publicKey.kind == .ecdsaP256 {
            guard let plain = ECDSASignature.plain(fromDER: signature) else { throw .signing }
            signature = plain
        }
        return Base64.text(of: signature)
    }

    /// Whether a value in Base64 is a signature over SignedInfo with a key.
    static func holds(_ value: some Sequence<UInt8>, over information: String, by key: VerifyingKey) -> Bool {
        guard let bytes = Base64.bytes(of: String(decoding: Array(value), as: UTF8.self)) else { return false }
        let signature = key.kind == .ecdsaP256 ? ECDSASignature.der(fromPlain: bytes) : bytes
        return signature.map { key.verifies($0, over: Array(information.utf8)) } ?? false
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        let nibbles = SHA256.hex(bytes).compactMap(\.hexDigitValue)
        return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }
}
