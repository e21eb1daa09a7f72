import Attesting
import COpenSSL
import Testing

/// Signing and verifying with keys made for the test.
@Suite struct SignatureTests {
    private struct Pair {
        let signing: SigningKey
        let verifying: VerifyingKey

        init(_ kind: String) throws {
            let key = try KeyMaker.key(kind)
            defer { EVP_PKEY_free(key) }
            signing = try SigningKey(pem: KeyMaker.privatePEM(key))
            verifying = try VerifyingKey(pem: KeyMaker.publicPEM(key))
        }
    }

    private static let kinds = ["ed25519", "p256", "rsa2048"]
    private static let payload = Array(#"{"_type":"x"}"#.utf8)

    private func holds(_ envelope: Envelope, _ keys: VerifyingKey...) -> Bool {
        !SignatureReview.review(envelope, trusting: keys).contains { $0.standing == .differs }
    }

    @Test(arguments: kinds) func whatIsSignedIsVerifiedAndNothingElseIs(kind: String) throws {
        let pair = try Pair(kind)
        let envelope = try Envelope.signing(Self.payload, as: "t", with: pair.signing)
        #expect(holds(envelope, pair.verifying))
        #expect(pair.signing.publicKey.id == pair.verifying.id)
        let changes = [
            Envelope(payloadType: "u", payload: envelope.payload, signatures: envelope.signatures),
            Envelope(payloadType: "t", payload: envelope.payload + [32], signatures: envelope.signatures),
            Envelope(payloadType: "t", payload: [], signatures: envelope.signatures),
            Envelope(payloadType: "t", payload: envelope.payload, signatures: []),
        ]
        for changed in changes { #expect(!holds(changed, pair.verifying)) }
        let signature = envelope.signatures[0].bytes
        for place in signature.indices {
            var forged = signature
            forged[place] ^= 1
            #expect(!pair.verifying.verifies(forged, over: envelope.preAuthentication))
        }
        for length in [0, 1, signature.count - 1] {
            #expect(!pair.verifying.verifies(Array(signature.prefix(length)), over: envelope.preAuthentication))
        }
        #expect(!pair.verifying.verifies(signature + [0], over: envelope.preAuthentication))
    }

    @Test func aSignatureOfOneKindIsNoneOfAnother() throws {
        let pairs = try Self.kinds.map { try Pair($0) } + Self.kinds.map { try Pair($0) }
        for (place, signer) in pairs.enumerated() {
            let envelope = try Envelope.signing(Self.payload, as: "t", with: signer.signing)
            for (other, reader) in pairs.enumerated() {
                #expect(holds(envelope, reader.verifying) == (place == other))
                // The hint that the document gives changes nothing.
                let lying = Envelope(
                    payloadType: "t", payload: Self.payload,
                    signatures: [.init(keyID: reader.verifying.id, bytes: envelope.signatures[0].bytes)])
                #expect(holds(lying, reader.verifying) == (place == other))
            }
        }
    }

    @Test func everyTrustedKeyHasToHaveSigned() throws {
        let (one, two, stranger) = (try Pair("ed25519"), try Pair("p256"), try Pair("ed25519"))
        let first = try Envelope.signing(Self.payload, as: "t", with: one.signing)
        let second = try Envelope.signing(Self.payload, as: "t", with: two.signing)
        let foreign = try Envelope.signing(Self.payload, as: "t", with: stranger.signing)
        let both = Envelope(
            payloadType: "t", payload: Self.payload,
            signatures: foreign.signatures + first.signatures + second.signatures)
        #expect(holds(both, one.verifying, two.verifying))
        #expect(!holds(first, one.verifying, two.verifying))
        #expect(!holds(foreign, one.verifying))
        #expect(
            SignatureReview.review(both, trusting: [one.verifying]).map(\.standing) == [.unchecked, .holds, .unchecked])
    }

    @Test func ed25519AndRSASignAlikeTwice() throws {
        for kind in ["ed25519", "rsa2048"] {
            let key = try Pair(kind).signing
            #expect(try key.sign(Self.payload) == key.sign(Self.payload))
        }
    }

    @Test(arguments: ["rsa1024", "p384", "x25519"]) func otherKeysAreRefused(kind: String) throws {
        let key = try KeyMaker.key(kind)
        defer { EVP_PKEY_free(key) }
        #expect(throws: KeyError.self) { try SigningKey(pem: KeyMaker.privatePEM(key)) }
        #expect(throws: KeyError.self) { try VerifyingKey(pem: KeyMaker.publicPEM(key)) }
    }

    @Test(arguments: kinds) func anEncryptedKeyOpensWithItsPassphraseOnly(kind: String) throws {
        let key = try KeyMaker.key(kind)
        defer { EVP_PKEY_free(key) }
        let pem = try KeyMaker.privatePEM(key, passphrase: "correct horse")
        #expect(throws: KeyError.self) { try SigningKey(pem: pem) }
        for wrong in ["", "wrong", "correct hors", "correct horse "] {
            #expect(throws: KeyError.self) { try SigningKey(pem: pem, passphrase: Array(wrong.utf8)) }
        }
        let opened = try SigningKey(pem: pem, passphrase: Array("correct horse".utf8))
        #expect(try opened.publicKey.id == VerifyingKey(pem: KeyMaker.publicPEM(key)).id)
    }

    @Test func whatIsNoKeyIsRefusedAndNeverRepeated() throws {
        let key = try KeyMaker.key("ed25519")
        defer { EVP_PKEY_free(key) }
        let (secret, open) = (try KeyMaker.privatePEM(key), try KeyMaker.publicPEM(key))
        for text in [[], Array("secret words".utf8), open, Array(secret.dropLast(40))] {
            let error = #expect(throws: KeyError.self) { try SigningKey(pem: text, passphrase: Array("pass".utf8)) }
            let words = "\(error.map(String.init(describing:)) ?? "")"
            #expect(!words.contains("secret words") && !words.contains("pass\u{0}") && !words.contains("MC4"))
        }
        #expect(throws: KeyError.self) { try VerifyingKey(pem: secret) }
        #expect(!"\(try SigningKey(pem: secret))".contains("MC4"))
    }
}
