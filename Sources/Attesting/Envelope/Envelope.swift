internal import Hashing

/// A payload and signatures over it: DSSE v1.0.
///
/// See <https://github.com/secure-systems-lab/dsse/blob/v1.0.0/envelope.md>. The envelope says neither by which algorithm
/// it was signed nor with which key it is to be verified: its `keyid` is a hint, and nothing rests on it.
public struct Envelope: Sendable, Hashable {
    /// One signature.
    public struct Signature: Sendable, Hashable {
        /// Which key its maker says to have used.
        public let keyID: String?
        /// The signature.
        public let bytes: [UInt8]

        /// A signature.
        public init(keyID: String?, bytes: [UInt8]) {
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// Why a file is not an envelope.
    public struct Malformed: Error, Hashable, CustomStringConvertible {
        /// What is wrong, in words.
        public let description: String
    }

    /// What the payload is.
    public let payloadType: String
    /// The signed bytes, as they are.
    public let payload: [UInt8]
    /// The signatures, one at least.
    public let signatures: [Signature]

    /// An envelope.
    public init(payloadType: String, payload: [UInt8], signatures: [Signature]) {
        self.payloadType = payloadType
        self.payload = payload
        self.signatures = signatures
    }

    /// An envelope from its JSON.
    ///
    /// - Throws: `Malformed` when it lacks a part, or a part cannot be decoded.
    public init(_ json: JSONValue) throws(Malformed) {
        guard let type = json["payloadType"]?.string else { throw Malformed(description: "it has no payloadType") }
        guard let payload = json["payload"]?.string.flatMap(Base64.bytes) else {
            throw Malformed(description: "its payload is not base64")
        }
        let found = json["signatures"]?.elements ?? []
        guard !found.isEmpty else { throw Malformed(description: "it has no signature") }
        var signatures: [Signature] = []
        for entry in found {
            guard let bytes = entry["sig"]?.string.flatMap(Base64.bytes) else {
                throw Malformed(description: "a signature is not base64")
            }
            signatures.append(Signature(keyID: entry["keyid"]?.string, bytes: bytes))
        }
        self.init(payloadType: type, payload: payload, signatures: signatures)
    }

    /// A payload signed with a key.
    ///
    /// - Throws: `KeyError` when libcrypto cannot sign.
    public static func signing(_ payload: [UInt8], as type: String, with key: SigningKey) throws(KeyError) -> Envelope {
        let signature = try key.sign(preAuthentication(of: payload, as: type))
        return Envelope(
            payloadType: type, payload: payload,
            signatures: [Signature(keyID: key.publicKey.id, bytes: signature)])
    }

    /// The bytes that are signed: DSSE's pre-authentication encoding.
    ///
    /// See <https://github.com/secure-systems-lab/dsse/blob/v1.0.0/protocol.md>.
    public var preAuthentication: [UInt8] { Self.preAuthentication(of: payload, as: payloadType) }

    /// The bytes that are signed for a payload of a type; lengths count bytes.
    public static func preAuthentication(of payload: [UInt8], as type: String) -> [UInt8] {
        Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
    }

    /// The envelope as a file, one member a line.
    public var file: [UInt8] {
        let signatures = signatures.map { signature -> JSONValue in
            ["keyid": JSONValue(signature.keyID ?? ""), "sig": .string(Base64.text(of: signature.bytes))]
        }
        let members: [(String, JSONValue)] = [
            ("payloadType", .string(payloadType)), ("signatures", .array(signatures)),
            ("payload", .string(Base64.text(of: payload))),
        ]
        let lines = members.map { key, value in Array("  \"\(key)\": ".utf8) + value.canonical }
        return Array("{\n".utf8) + Array(lines.joined(separator: Array(",\n".utf8))) + Array("\n}\n".utf8)
    }
}
