import Attesting
import COpenSSL
import Compliance
import Testing

/// Signatures under statements, with keys made for the test.
@Suite struct StatementSignatureTests {
    private struct Person {
        let signing: SigningKey
        let key: ClaimantKey

        init(_ name: String, _ kind: String = "ed25519") throws {
            let key = try KeyMaker.key(kind)
            defer { EVP_PKEY_free(key) }
            signing = try SigningKey(pem: KeyMaker.privatePEM(key))
            self.key = try ClaimantKey(name, pem: KeyMaker.publicPEM(key))
        }
    }

    private static let entry = [
        "claim": "Said.", "by": "Jana", "control": "f/a", "role": "r", "method": "examine", "document": "d.md",
        "document_sha256": String(repeating: "A", count: 64), "stated_on": "2026-11-01", "expires_on": "2027-01-01",
    ]

    private func review(
        _ envelope: Envelope, _ entry: [String: String] = entry, system: String? = nil, by keys: [ClaimantKey]
    ) -> Statement.Signature {
        StatementSignature.review(
            envelope, readFrom: envelope.file, under: StatementText(entry), of: system, by: keys, at: 0
        ).signature
    }

    @Test func theCanonicalFormIsTheEntrySorted() {
        let text = StatementText(["claim": "Ä \"b\"", "by": "J", "agent": "", "other": "x", "control": "f/a"])
        #expect(String(decoding: text.canonical, as: UTF8.self) == #"{"by":"J","claim":"Ä \"b\"","control":"f/a"}"#)
        #expect(text.name == Statement.name(agent: nil, control: "f/a", check: nil, by: "J"))
        // A name that is given is a part of it; one that follows is not.
        #expect(StatementText(["by": "J", "id": "x"]).canonical == Array(#"{"by":"J","id":"x"}"#.utf8))
        let same = StatementText(["claim": "Ä \"b\"", "by": "J", "control": "f/a", "id": text.name])
        #expect(same == text)
    }

    @Test func aRowGivesTheTextOfItsEntry() throws {
        let entry = Self.entry.merging(["agent": "a@.", "check": "c/d", "id": "n"]) { $1 }
        var columns = entry.mapValues { Value.text($0) }
        for (key, column) in [("agent", "names_agent"), ("check", "check_id")] {
            columns[column] = columns.removeValue(forKey: key)
        }
        columns["document_status"] = "matches"
        let row = try Row(.statement, Provenance(agent: AgentID("a@."), collector: "t"), columns)
        #expect(StatementText(row) == StatementText(entry))
    }

    @Test(arguments: ["ed25519", "p256", "rsa2048"]) func whatIsSignedIsThisTextByThisPerson(kind: String) throws {
        let (jana, mal) = (try Person("Jana", kind), try Person("Mal", kind))
        let signed = try StatementSignature.sign(StatementText(Self.entry), for: nil, with: jana.signing)
        #expect(review(signed, by: [jana.key]) == .valid(key: jana.key.key.id))
        #expect(review(signed, by: [mal.key, jana.key]) == .valid(key: jana.key.key.id))
        #expect(review(signed, by: []) == .unknown && review(signed, by: [mal.key]) == .unknown)
        for key in Self.entry.keys {
            #expect(review(signed, Self.entry.merging([key: "other"]) { $1 }, by: [jana.key]).isInvalid, "\(key)")
            #expect(review(signed, Self.entry.filter { $0.key != key }, by: [jana.key]).isInvalid, "\(key)")
        }
        #expect(review(signed, Self.entry.merging(["agent": "a@."]) { $1 }, by: [jana.key]).isInvalid)
    }

    @Test func aKeyCountsForItsOwnerOnly() throws {
        let (jana, mal) = (try Person("Jana"), try Person("Mal"))
        let signed = try StatementSignature.sign(StatementText(Self.entry), for: nil, with: mal.signing)
        #expect(review(signed, by: [mal.key]).isInvalid && review(signed, by: [jana.key, mal.key]).isInvalid)
        #expect(review(signed, by: [jana.key]).isInvalid)
        // Of several keys of one person any will do.
        let both = [jana.key, try ClaimantKey("Jana", pem: try #require(mal.key.key.pem))]
        #expect(review(signed, by: both) == .valid(key: mal.key.key.id))
    }

    @Test func nothingCanBeReadInTwoWays() throws {
        let jana = try Person("Jana")
        let signed = try StatementSignature.sign(StatementText(Self.entry), for: nil, with: jana.signing)
        let twice = Envelope(
            payloadType: signed.payloadType, payload: signed.payload, signatures: signed.signatures + signed.signatures)
        let other = Envelope(payloadType: "text/plain", payload: signed.payload, signatures: signed.signatures)
        let hint = Envelope(
            payloadType: signed.payloadType, payload: signed.payload,
            signatures: [.init(keyID: nil, bytes: signed.signatures[0].bytes)])
        for changed in [twice, other, hint] { #expect(review(changed, by: [jana.key]).isInvalid) }
        let file = signed.file + [UInt8(ascii: "\n")]
        let found = StatementSignature.review(
            signed, readFrom: file, under: StatementText(Self.entry), of: nil, by: [jana.key], at: 0)
        #expect(found.signature.isInvalid)
    }

    @Test func aSystemBindsIt() throws {
        let jana = try Person("Jana")
        let signed = try StatementSignature.sign(StatementText(Self.entry), for: "billing", with: jana.signing)
        #expect(review(signed, system: "billing", by: [jana.key]) == .valid(key: jana.key.key.id))
        #expect(review(signed, system: "desk", by: [jana.key]) == .invalid("it was made for another system"))
        #expect(review(signed, by: [jana.key]) == .invalid("it was made for another system"))
    }
}

extension Statement.Signature {
    fileprivate var isInvalid: Bool { if case .invalid = self { true } else { false } }
}
