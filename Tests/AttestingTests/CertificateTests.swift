import Attesting
import COpenSSL
import Testing

/// X.509: whom a certificate is trusted under, and when.
@Suite struct CertificateTests {
    private static let start = 1_700_000_000

    @Test func aCertificateCountsUnderItsAuthorityWhileItIsValid() throws {
        let keys = try (0..<3).map { _ in try KeyMaker.key("p256") }
        defer { for key in keys { EVP_PKEY_free(key) } }
        let root = (key: keys[0], name: "Root")
        let authority = try Certificate(
            pem: KeyMaker.certificate(of: keys[0], named: "Root", by: root, from: Self.start, isAuthority: true))
        let stranger = try Certificate(
            pem: KeyMaker.certificate(
                of: keys[2], named: "Root", by: (keys[2], "Root"), from: Self.start, isAuthority: true))
        let signer = try Certificate(
            pem: KeyMaker.certificate(of: keys[1], named: "Assessor", by: root, from: Self.start))
        #expect(signer.fault(under: authority, at: Self.start + 60) == nil)
        #expect(signer.fault(under: stranger, at: Self.start + 60) != nil)
        #expect(signer.fault(under: authority, at: Self.start - 60) != nil)
        #expect(signer.fault(under: authority, at: Self.start + 90_000)?.contains("expired") == true)
        #expect(signer.fault(at: Self.start + 60) == nil)
        #expect(signer.fault(at: Self.start - 60)?.contains("not yet") == true)
        #expect(signer.fault(at: Self.start + 90_000)?.contains("expired") == true)
        #expect(signer.subject == "CN=Assessor")
        #expect(try signer.publicKey.id == VerifyingKey(pem: KeyMaker.publicPEM(keys[1])).id)
    }

    @Test func aChainIsFollowedThroughWhatStandsBelowTheSigner() throws {
        let keys = try (0..<3).map { _ in try KeyMaker.key("p256") }
        defer { for key in keys { EVP_PKEY_free(key) } }
        let root = try KeyMaker.certificate(
            of: keys[0], named: "Root", by: (keys[0], "Root"), from: Self.start, isAuthority: true)
        let middle = try KeyMaker.certificate(
            of: keys[1], named: "Middle", by: (keys[0], "Root"), from: Self.start, isAuthority: true)
        let leaf = try KeyMaker.certificate(of: keys[2], named: "Leaf", by: (keys[1], "Middle"), from: Self.start)
        let authority = try Certificate(pem: root)
        #expect(try Certificate(pem: leaf + middle).fault(under: authority, at: Self.start + 60) == nil)
        #expect(try Certificate(pem: leaf).fault(under: authority, at: Self.start + 60) != nil)
        // A leaf is no authority.
        let forged = try KeyMaker.certificate(of: keys[0], named: "Forged", by: (keys[2], "Leaf"), from: Self.start)
        #expect(try Certificate(pem: forged + leaf + middle).fault(under: authority, at: Self.start + 60) != nil)
    }

    @Test func aCertificateForOtherUsesDoesNotCount() throws {
        let key = try KeyMaker.key("ed25519")
        defer { EVP_PKEY_free(key) }
        let pem = try KeyMaker.certificate(
            of: key, named: "Cipher", by: (key, "Cipher"), from: Self.start, usage: "keyAgreement")
        #expect(try Certificate(pem: pem).fault(at: Self.start + 60)?.contains("not for signatures") == true)
    }

    @Test func whatIsNoCertificateIsRefused() {
        for text in ["", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            #expect(throws: KeyError.self) { try Certificate(pem: Array(text.utf8)) }
        }
    }
}
