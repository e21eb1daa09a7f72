import Foundation
import Hashing
import Testing

/// What a signature under a statement makes of it, and what it does not.
@Suite(.enabled(if: OpenSSLTool.exists)) struct SignedStatementTests {
    @Test(arguments: OpenSSLTool.kinds) func oneThatHoldsAttestsAndOpenSSLAgrees(kind: String) throws {
        let scene = try SigningScene(kind: kind)
        #expect(try scene.listed().contains("yes, attested by signature"))
        #expect(try scene.listed("law").contains("yes, self-reported"))
        #expect(try scene.listed("context", []).contains("yes, self-reported"))
        let (payload, signed, signature) = try scene.envelope()
        try signed.write(to: URL(filePath: scene.path("pae")))
        try signature.write(to: URL(filePath: scene.path("sig")))
        let verify =
            kind == "ed25519"
            ? ["pkeyutl", "-verify", "-pubin", "-inkey", scene.path("jana.pub.pem"), "-rawin", "-in"]
                + [scene.path("pae"), "-sigfile", scene.path("sig")]
            : ["dgst", "-sha256", "-verify", scene.path("jana.pub.pem"), "-signature", scene.path("sig")]
                + [scene.path("pae")]
        #expect(try OpenSSLTool.run(verify) == 0)
        // What the digest in the payload is of can be made without us: the entry as JSON, its keys sorted.
        let text = try scene.scene.run(["statement", "sign", "repo/statements.yaml", "--id", "context", "--canonical"])
        let object = try JSONSerialization.jsonObject(with: Data(text.output.utf8))
        let again = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(String(decoding: again, as: UTF8.self) + "\n" == text.output)
        #expect(String(decoding: payload, as: UTF8.self).contains(SHA256.hex(Array(again))))
    }

    /// What the history remembers of a signed statement is what the saved assessment says of it.
    @Test func theHistoryAndTheFileSayTheSameOfIt() throws {
        let scene = try SigningScene()
        let more = ["repo", "--at", SigningScene.at] + SigningScene.trusted
        _ = try scene.scene.run(["track"] + more)
        _ = try scene.scene.run(["assess"] + more + ["--format", "json", "--output", "out", "-q"])
        let same = try scene.scene.run(["diff", "last", "out/assessment.json"])
        #expect(same.code == 0, "\(same.output)")
        _ = try scene.scene.run([
            "assess", "repo", "--at", SigningScene.at, "--format", "json", "--output", "own", "-q",
        ])
        #expect(try scene.scene.run(["diff", "own", "out"]).output.contains("counts, attested by signature"))
    }

    @Test func itIsToldApartInEveryFormat() throws {
        let scene = try SigningScene()
        let formats = ["--format", "all", "--framework", "nist-ai-rmf-1.0", "--output", "out", "--at", SigningScene.at]
        let said = try scene.scene.run(["assess", "repo"] + formats + SigningScene.trusted).output
        #expect(said.contains("Statements: 2 of 2 count, 1 attested by signature, 1 self-reported"))
        let files = [
            "gap-analysis.md", "report.html", "assessment-results.xml", "assessment-results.json",
            "attestations.cdx.json",
            "attestations.cdx.xml", "compliance-findings.ocsf.jsonl", "hdf.json", "junit.xml", "xccdf-results.xml",
            "ciso-assistant/evidences.csv",
        ]
        for file in files {
            let text = try scene.text("out/" + file).lowercased()
            #expect(text.contains("attested by signature") && text.contains("self-reported"), "\(file)")
        }
        let json = try scene.text("out/assessment.json")
        #expect(json.contains(#""origin": "attested""#) || json.contains(#""origin":"attested""#))
        #expect(json.contains("statement_keys"))
        #expect(try scene.text("out/gap-analysis.md").contains("held against the keys of: Jana Novak"))
    }

    /// A change after signing, and what is said of the signature then.
    struct Attack: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let says: String
        /// Whether it is seen without any key.
        var isPlain = true
        let change: @Sendable (SigningScene) throws -> Void
    }

    static let attacks = [
        Attack(testDescription: "another claim", says: "the statement was changed after it was signed") {
            try $0.replace("users are", with: "users are not", in: "repo/statements.yaml")
        },
        Attack(testDescription: "for longer", says: "the statement was changed after it was signed") {
            try $0.replace("2027-03-01", with: "2027-10-01", in: "repo/statements.yaml")
        },
        Attack(
            testDescription: "another document and its digest", says: "the statement was changed after it was signed"
        ) {
            try $0.scene.write("rewritten\n", to: "repo/docs/review.md")
            let digest = SHA256.hex(Array("rewritten\n".utf8))
            try $0.replace(
                "a9f2d25d1f71f8065e2119e538bde8846570fcdad320388236e99d9e225c290d", with: digest,
                in: "repo/statements.yaml")
        },
        Attack(testDescription: "the signature of another statement", says: "the statement was changed after it was") {
            try $0.sign("law")
            try $0.scene.write($0.text("repo/statements/law.dsse.json"), to: SigningScene.envelope)
        },
        Attack(
            testDescription: "signed by a key that nobody knows", says: "it was not made with the key of Jana Novak",
            isPlain: false
        ) { try $0.sign(by: "mal") },
        Attack(
            testDescription: "somebody else's signature under the key's name",
            says: "it was not made with the key of Jana Novak", isPlain: false
        ) { scene in
            let known = try scene.text(SigningScene.envelope).split(separator: "\"").first { $0.utf8.count == 64 }
            try scene.sign(by: "mal")
            let own = try scene.text(SigningScene.envelope).split(separator: "\"").first { $0.utf8.count == 64 }
            try scene.replace(String(try #require(own)), with: String(try #require(known)), in: SigningScene.envelope)
        },
        Attack(testDescription: "two signatures", says: "it has 2 signatures, not one") { scene in
            let lines = try scene.text(SigningScene.envelope)
            let first = try #require(lines.firstRange(of: "[{"))
            let last = try #require(lines.firstRange(of: "}]"))
            let one = lines[lines.index(after: first.lowerBound)..<lines.index(after: last.lowerBound)]
            try scene.replace("}]", with: "},\(one)]", in: SigningScene.envelope)
        },
        Attack(testDescription: "a key inside the envelope", says: "is no signature of a statement") {
            try $0.replace("{\n", with: "{\n  \"key\": \"-----BEGIN PUBLIC KEY-----\",\n", in: SigningScene.envelope)
        },
        Attack(testDescription: "an algorithm inside the envelope", says: "is no signature of a statement") {
            try $0.replace("{\"keyid\"", with: "{\"alg\":\"none\",\"keyid\"", in: SigningScene.envelope)
        },
        Attack(testDescription: "a text beside the digests", says: "is no signature of a statement") { scene in
            let payload = try String(decoding: scene.envelope().payload, as: UTF8.self)
            let other = payload.replacing("RFC8785\"", with: "RFC8785\",\"note\":\"all is well\"")
            try scene.replace(
                Data(payload.utf8).base64EncodedString(), with: Data(other.utf8).base64EncodedString(),
                in: SigningScene.envelope)
        },
        Attack(testDescription: "written with blanks", says: "it is written otherwise than Surety writes it") {
            try $0.replace("{\n", with: "{\n\n", in: SigningScene.envelope)
        },
        Attack(testDescription: "no signature in it", says: "is no signature of a statement") {
            try $0.scene.write(
                #"{"payloadType":"application/vnd.in-toto+json","payload":"e30=","signatures":[]}"#,
                to: SigningScene.envelope)
        },
        Attack(testDescription: "no JSON", says: "context") {
            try $0.scene.write("{", to: SigningScene.envelope)
        },
        Attack(testDescription: "one name for two statements", says: "two statements are called context") {
            try $0.replace("id: law", with: "id: context", in: "repo/statements.yaml")
        },
    ]

    @Test(arguments: attacks) func itIsAFindingAndAttestsNothing(_ attack: Attack) throws {
        let scene = try SigningScene()
        try attack.change(scene)
        for keys in attack.isPlain ? [SigningScene.trusted, []] : [SigningScene.trusted] {
            let line = try scene.listed("context", keys)
            #expect(line.contains("yes, self-reported") && line.contains("its signature does not hold"), "\(line)")
            #expect(line.contains(attack.says), "\(line)")
        }
        let gaps = try scene.gaps()
        let gap = try #require(gaps.first { $0["check"] == "assessment/statement-signatures-hold" })
        #expect(gap["severity"] == "medium" && gap.values.contains { $0.contains(attack.says) }, "\(gap)")
    }

    @Test func aSignatureOfSomebodyElseIsNamed() throws {
        let scene = try SigningScene()
        try scene.sign(by: "mal")
        let line = try scene.listed("context", SigningScene.trusted + ["--statement-key", "Mal=mal.pub.pem"])
        #expect(line.contains("it was made with the key of Mal, who is not who states it"))
        let checked = try scene.scene.run(
            ["statement", "check", "repo", "--at", SigningScene.at] + SigningScene.trusted)
        #expect(checked.code == 1 && checked.output.contains("counts as self-reported only"))
    }

    @Test func oneWithoutAStatementIsNotRead() throws {
        let scene = try SigningScene()
        try scene.replace("id: context", with: "id: contexts", in: "repo/statements.yaml")
        #expect(try scene.listed("contexts").contains("none"))
        let gaps = try scene.gaps()
        #expect(gaps.contains { gap in gap.values.contains { $0.contains("signs no statement of the file beside") } })
    }

    @Test func aSignatureTurnsNoFailureIntoAPass() throws {
        let scene = try SigningScene(signed: false)
        let before = try scene.verdict()
        try scene.sign()
        #expect(try scene.verdict() == before)
        // The statement does not count: it expired, its document is another. Signed or not, it shows nothing.
        for change in [("2027-03-01", "2026-11-20"), ("reviewed", "changed")] {
            let scene = try SigningScene(signed: false)
            let file = change.0 == "reviewed" ? "repo/docs/review.md" : "repo/statements.yaml"
            try scene.sign()
            try scene.replace(change.0, with: change.1, in: file)
            if file.hasSuffix(".yaml") { try scene.sign() }
            #expect(try scene.listed().contains(" no: "))
            #expect(try scene.verdict() == "undetermined")
        }
    }

    @Test func evidenceThatCallsItselfAttestedIsNotBelieved() throws {
        let scene = try SigningScene()
        #expect(try scene.scene.run(["collect", "repo", "--output", "e.json"]).code == 0)
        try scene.replace(
            "\"envelope\":", with: "\"signature\": \"valid\", \"signing_key\": \"00\", \"envelope\":", in: "e.json")
        let list = ["statement", "list", "e.json", "--at", SigningScene.at]
        #expect(try !scene.scene.run(list).output.contains("attested"))
        #expect(try scene.scene.run(list + SigningScene.trusted).output.contains("yes, attested by signature"))
    }
}
