/// What the bytes of a text tell of the secrets that can stand in it.
///
/// Most values hold none, and each is looked through several times: what takes a text apart to find a secret is asked only
/// where the text has the signs of one.
struct SecretSigns {
    /// A scheme and the slashes of an address, which JSON may write with backslashes.
    private(set) var hasAddress = false
    /// A word that begins with a dash.
    private(set) var hasOption = false
    /// A word that begins like the tokens of an issuer.
    private(set) var hasIssuer = false

    /// Looks through a text once.
    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var isInWord = false
            for (index, byte) in bytes.enumerated() {
                if byte == UInt8(ascii: ":"), !hasAddress {
                    let rest = bytes[(index + 1)...]
                    hasAddress = rest.starts(with: "//".utf8) || rest.starts(with: "\\/\\/".utf8)
                } else if !isInWord {
                    if byte == UInt8(ascii: "-") { hasOption = true }
                    if !hasIssuer { hasIssuer = SecretIssuer.begins(bytes[index...]) }
                }
                isInWord = Self.isOfWord(byte)
            }
        }
    }

    /// Letters, digits, `_` and `-`: what tokens, names and options are made of.
    static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
