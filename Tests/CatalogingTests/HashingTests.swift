internal import Hashing
import Testing

@Suite("Digests and name-based identifiers")
struct HashingTests {
    /// Examples of FIPS 180-4: empty, one block, two blocks.
    @Test(
        "SHA-256 gives the published digests",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func published(text: String, digest: String) {
        #expect(SHA256.hex(text) == digest)
        #expect(SHA256.hex(Array(text.utf8)) == digest)
    }

    @Test("A byte that is no text has a digest")
    func bytes() {
        #expect(SHA256.hex([0x00]) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        #expect(SHA256.hex([0xFF]) != SHA256.hex([0xFE]))
    }

    /// The example of RFC 9562, appendix A.4: the DNS namespace.
    @Test("A version-5 UUID is the one that the RFC shows")
    func version5() {
        let domain = UUIDv5(namespace: "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        #expect(domain.uuid("www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }

    @Test("Namespace and name both count, the case of the namespace does not")
    func distinct() {
        let lower = UUIDv5(namespace: "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        let upper = UUIDv5(namespace: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8")
        let other = UUIDv5(namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8")
        #expect(lower.uuid("a") == upper.uuid("a"))
        #expect(lower.uuid("a") != lower.uuid("b"))
        #expect(lower.uuid("a") != other.uuid("a"))
    }

    @Test("Version and variant stand where the RFC puts them", arguments: ["", "a", "surety", "日本語"])
    func layout(name: String) {
        let uuid = Array(UUIDv5(namespace: "6ba7b810-9dad-11d1-80b4-00c04fd430c8").uuid(name))
        #expect(uuid.count == 36)
        #expect(uuid[14] == "5")
        #expect("89ab".contains(uuid[19]))
    }
}
