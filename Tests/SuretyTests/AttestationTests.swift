import Foundation
import Testing

/// `surety attest` and `surety verify`: what an attacker does to an attestation, and what is said of it.
@Suite(.enabled(if: OpenSSLTool.exists)) struct AttestationTests {
    @Test(arguments: OpenSSLTool.kinds) func whatWasAttestedHolds(kind: String) throws {
        let scene = try AttestedScene(kind)
        let result = try scene.verify(["--evidence", scene.repository])
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.contains("evidence/.mcp.json") == false)
        #expect(result.output.contains("holds: 1 of 1 evidence files have the attested SHA-256"))
        #expect(result.output.contains("assessment.json: written again, byte for byte the attested one"))
        #expect(!result.output.contains("differs") && !result.output.contains("not checked"))
        let part = try scene.verify()
        #expect(part.code == 0 && part.output.contains("not checked: 1 files of evidence, and every verdict"))
    }

    @Test func theSameInputsGiveTheSameStatement() throws {
        let scene = try AttestedScene("p256")
        let first = try scene.payload()
        try scene.attest()
        #expect(try scene.payload() == first && !first.isEmpty)
        let text = String(decoding: first, as: UTF8.self)
        #expect(text.contains("\"predicateType\":\"https://surety-tool.org/ns/attestation/v1\""))
        #expect(!text.contains("PRIVATE KEY") && !text.contains(scene.folder.path))
    }

    @Test func anotherKeyIsRefusedWhateverTheEnvelopeSays() throws {
        let scene = try AttestedScene("ed25519")
        for kind in OpenSSLTool.kinds {
            let other = try AttestedScene(kind)
            // Signed anew by somebody else, and trusted by nobody.
            #expect(try scene.verify(envelope: other.envelope).code == 1)
            // A key of the same or another kind than the one that signed.
            let result = try scene.verify(key: other.publicKey)
            #expect(result.code == 1 && result.output.contains("no signature over this payload was made with"))
            #expect(result.output.contains("everything else: nobody who is trusted signed it"))
        }
    }

    @Test(arguments: ["gap-analysis.md", "assessment.json", "gaps.csv", "assessment-results.xml"])
    func anAlteredReportIsNamed(name: String) throws {
        let scene = try AttestedScene("ed25519")
        let report = scene.output.appending(path: name)
        try (Data(contentsOf: report) + Data(" ".utf8)).write(to: report)
        let altered = try scene.verify()
        #expect(altered.code == 1 && altered.output.contains("differs: report/\(name): SHA-256 is "))
        try FileManager.default.removeItem(at: report)
        let gone = try scene.verify()
        #expect(gone.code == 1 && gone.output.contains("differs: report/\(name): is not there"))
    }

    @Test func alteredAndAddedEvidenceIsNamedWithTheVerdictsItChanges() throws {
        let scene = try AttestedScene("ed25519")
        try scene.write(".mcp.json", AttestedScene.servers(scheme: "https"))
        let altered = try scene.verify(["--evidence", scene.repository])
        #expect(altered.code == 1 && altered.output.contains("differs: evidence/.mcp.json: SHA-256 is "))
        #expect(altered.output.contains("differs: evidence digest: is "))
        #expect(altered.output.contains("check mcp/transport-encrypted: is satisfied, attested is not-satisfied"))
        try scene.write(".mcp.json", AttestedScene.servers(scheme: "http"))
        #expect(try scene.verify(["--evidence", scene.repository]).code == 0)
        try scene.write("CLAUDE.md", "Be kind.")
        let added = try scene.verify(["--evidence", scene.repository])
        #expect(added.code == 1 && added.output.contains("differs: evidence/CLAUDE.md: was added, and is not attested"))
        try FileManager.default.removeItem(atPath: scene.repository + "/.mcp.json")
        #expect(try scene.verify(["--evidence", scene.repository]).output.contains("evidence/.mcp.json: is not there"))
    }

    @Test func aStatementThatLiesIsFoundOutByAssessingAgain() throws {
        let scene = try AttestedScene("ed25519")
        let text = String(decoding: try scene.payload(), as: UTF8.self)
        let lie = text.replacing("\"waived\":false", with: "\"waived\":true", maxReplacements: 1)
        #expect(lie != text)
        // Signed by the trusted key itself: the signature holds, what it says does not.
        try scene.seal(lie)
        #expect(try scene.verify().code == 0)
        let result = try scene.verify(["--evidence", scene.repository])
        #expect(result.code == 1 && result.output.contains("holds: signature 1"), "\(result.output)")
        #expect(result.output.contains("\"waived\":false"))
    }

    @Test func anUnknownPredicateIsNotVouchedFor() throws {
        let scene = try AttestedScene("ed25519")
        let text = String(decoding: try scene.payload(), as: UTF8.self)
        try scene.seal(text.replacing("surety-tool.org/ns/attestation/v1", with: "elsewhere.example/v9"))
        let result = try scene.verify()
        #expect(result.code == 1 && result.output.contains("'https://elsewhere.example/v9' is not known here"))
        try scene.seal(text, as: "text/plain")
        #expect(try scene.verify().output.contains("payload type 'text/plain' is not an in-toto statement"))
        try scene.seal("{\"_type\": \"https://in-toto.io/Statement/v1\"}")
        #expect(try scene.verify().code == 65)
        try scene.seal("not JSON")
        #expect(try scene.verify().code == 65)
    }

    @Test func aChangedPayloadAndSwappedSignatureAreForged() throws {
        let (scene, other) = (try AttestedScene("ed25519"), try AttestedScene("ed25519"))
        let text = try String(contentsOf: scene.envelope, encoding: .utf8)
        let payload = try scene.payload().base64EncodedString()
        let changed = String(decoding: try scene.payload(), as: UTF8.self).replacing(
            "\"waived\":false", with: "\"waived\":true")
        let forgeries = [
            text.replacing(payload, with: Data(changed.utf8).base64EncodedString()),
            text.replacing("application/vnd.in-toto+json", with: "application/vnd.in-toto"),
            text.replacing(try scene.signature(), with: try other.signature()),
        ]
        for forged in forgeries {
            #expect(forged != text)
            try Data(forged.utf8).write(to: scene.envelope)
            #expect(try scene.verify().code == 1)
        }
    }

    @Test func aTruncatedOrAmbiguousEnvelopeIsUnreadable() throws {
        let scene = try AttestedScene("ed25519")
        let bytes = try Data(contentsOf: scene.envelope)
        let text = String(decoding: bytes, as: UTF8.self)
        let twice = text.replacing("{\n", with: "{\n  \"payloadType\": \"x\",\n", maxReplacements: 1)
        for broken in [
            Data(), bytes.prefix(1), bytes.prefix(bytes.count / 2), bytes.dropLast(3), Data(twice.utf8),
            Data("{}".utf8),
        ] {
            try broken.write(to: scene.envelope)
            #expect(try scene.verify().code == 65)
        }
    }

    @Test func openSSLAloneVerifiesTheWrittenBytes() throws {
        for kind in OpenSSLTool.kinds {
            let scene = try AttestedScene(kind)
            let (pae, signature) = (scene.folder.path + "/pae.bin", scene.folder.path + "/sig.bin")
            let verify = ["verify", scene.envelope.path, "--pae", pae, "--signature", signature]
            #expect(try Program.run(verify).code == 0)
            let check =
                kind == "ed25519"
                ? [
                    "pkeyutl", "-verify", "-pubin", "-inkey", scene.publicKey, "-rawin", "-in", pae, "-sigfile",
                    signature,
                ]
                : ["dgst", "-sha256", "-verify", scene.publicKey, "-signature", signature, pae]
            #expect(try OpenSSLTool.run(check) == 0)
            try (Data(contentsOf: URL(filePath: pae)) + Data([32])).write(to: URL(filePath: pae))
            #expect(try OpenSSLTool.run(check) != 0)
        }
    }

    @Test func withoutAKeyNothingIsSignedOrVouchedFor() throws {
        let scene = try AttestedScene("ed25519")
        let attest = ["attest", scene.repository, "--output", scene.folder.path + "/none", "--quiet"]
        #expect(try Program.run(attest).code == 64)
        #expect(try Program.run(attest + ["--key", scene.publicKey]).code == 65)
        #expect(try Program.run(attest + ["--key", "/nowhere.pem"]).code == 65)
        #expect(!FileManager.default.fileExists(atPath: scene.folder.path + "/none"))
        #expect(try Program.run(["verify", scene.envelope.path]).code == 64)
        #expect(try Program.run(["verify", scene.envelope.path, "--key", scene.privateKey]).code == 65)
    }
}
