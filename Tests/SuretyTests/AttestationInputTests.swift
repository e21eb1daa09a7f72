import Foundation
import Testing

/// `surety attest` and `surety verify`: keys, certificates, other programs, and what is attested beside folders.
@Suite(.enabled(if: OpenSSLTool.exists)) struct AttestationInputTests {
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

    @Test func anEncryptedKeySignsWithItsPassphrase() throws {
        let scene = try AttestedScene("ed25519")
        let (locked, secret) = (scene.folder.path + "/locked.pem", scene.folder.path + "/secret")
        try Data("correct horse\n".utf8).write(to: URL(filePath: secret))
        let lock = ["pkey", "-in", scene.privateKey, "-aes256", "-passout", "file:\(secret)", "-out", locked]
        #expect(try OpenSSLTool.run(lock) == 0)
        let attest = ["attest", scene.repository, "--output", scene.output.path, "--at", "2026-11-24", "--key", locked]
        #expect(try Program.run(attest).code == 65)
        #expect(try Program.run(attest + ["--passphrase-env", "SURETY_NOT_SET"]).code == 65)
        #expect(try Program.run(attest + ["--passphrase-env", "PATH"]).code == 65)
        #expect(try Program.run(attest + ["--passphrase-env", "PATH", "--passphrase-file", secret]).code == 64)
        let result = try Program.run(attest + ["--passphrase-file", secret])
        #expect(result.code == 0 && !result.output.contains("correct horse"))
        #expect(try scene.verify(["--evidence", scene.repository]).code == 0)
    }

    @Test func aCertificateStandsForItsKey() throws {
        let (scene, other) = (try AttestedScene("p256"), try AttestedScene("p256"))
        let cert = scene.folder.path + "/cert.pem"
        let make = ["req", "-x509", "-key", scene.privateKey, "-subj", "/CN=Assessor", "-days", "2", "-out", cert]
        #expect(try OpenSSLTool.run(make) == 0)
        let attest = ["attest", scene.repository, "--output", scene.output.path, "--cert", cert]
        #expect(try Program.run(attest + ["--key", other.privateKey]).code == 65)
        #expect(try Program.run(attest + ["--key", scene.privateKey]).code == 0)
        #expect(FileManager.default.fileExists(atPath: scene.output.path + "/attestation.crt.pem"))
        let verify = ["verify", scene.envelope.path, "--cert", cert]
        let result = try Program.run(verify)
        #expect(result.code == 0 && result.output.contains("certificate of CN=Assessor is valid on"))
        #expect(try Program.run(verify + ["--ca", cert]).code == 0)
        #expect(try Program.run(verify + ["--valid-on", "2001-01-01"]).code == 1)
        #expect(try Program.run(["verify", other.envelope.path, "--cert", cert]).code == 1)
        #expect(try Program.run(["verify", scene.envelope.path, "--ca", cert]).code == 64)
    }

    @Test func savedEvidenceIsTakenAtItsWordAndSaidToBe() throws {
        let scene = try AttestedScene("ed25519")
        let saved = scene.folder.path + "/evidence.json"
        #expect(try Program.run(["collect", scene.repository, "--output", saved, "--quiet"]).code == 0)
        try scene.attest(saved)
        let result = try scene.verify(["--evidence", saved])
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.contains("holds: 1 of 1 collected files have the attested SHA-256"))
        #expect(
            result.output.contains("not checked: 1 of 1 evidence files have the attested SHA-256, as saved evidence"))
        let read = try scene.verify(["--evidence", scene.repository])
        #expect(read.code == 0 && read.output.contains("holds: 1 of 1 evidence files"), "\(read.output)")
    }

    @Test(arguments: ["p256", "rsa"]) func anXMLSignatureIsReadByUsAndByXmlsec(kind: String) throws {
        let scene = try AttestedScene(kind)
        let attest = ["attest", scene.repository, "--output", scene.output.path, "--key", scene.privateKey, "--xml"]
        #expect(try Program.run(attest).code == 0)
        #expect(try scene.verify().output.contains("holds: assessment-results.dsig.xml was made over"))
        let check = [
            "--verify", "--enabled-key-data", "key-name", "--pubkey-pem", scene.publicKey,
            "assessment-results.dsig.xml",
        ]
        let hasTool = XMLSecTool.exists
        if hasTool { #expect(try XMLSecTool.run(check, in: scene.output) == 0) }
        let results = scene.output.appending(path: "assessment-results.xml")
        try (Data(contentsOf: results) + Data("\n".utf8)).write(to: results)
        #expect(try scene.verify().output.contains("differs: assessment-results.dsig.xml"))
        if hasTool { #expect(try XMLSecTool.run(check, in: scene.output) != 0) }
        let plain = try AttestedScene("ed25519")
        #expect(try Program.run(["attest", plain.repository, "--key", plain.privateKey, "--xml"]).code == 65)
    }

    @Test func whatCouldNotBeReadIsAttestedAsNotRead() throws {
        let scene = try AttestedScene("ed25519")
        try scene.write("AGENTS.md", "")
        try scene.write(".mcp.json", "{\"mcpServers\": {")
        let attest = ["attest", scene.repository, "--output", scene.output.path, "--key", scene.privateKey]
        #expect(try Program.run(attest + ["--at", "2026-11-24"]).code == 2)
        let text = String(decoding: try scene.payload(), as: UTF8.self)
        #expect(text.contains("\"notRead\":[{\"path\":\".mcp.json\",\"reason\":\""))
        #expect(try scene.verify(["--evidence", scene.repository]).code == 0)
        try scene.write(".mcp.json", AttestedScene.servers(scheme: "https"))
        #expect(try scene.verify(["--evidence", scene.repository]).output.contains("differs: .mcp.json: is not there"))
    }

    @Test func waiversFromElsewhereAreHeldToTheirDigest() throws {
        let scene = try AttestedScene("ed25519")
        let file = scene.folder.path + "/accepted.yaml"
        try Data("waivers: []\n".utf8).write(to: URL(filePath: file))
        let attest = ["attest", scene.repository, "--output", scene.output.path, "--key", scene.privateKey]
        #expect(try Program.run(attest + ["--at", "2026-11-24", "--waivers", file]).code == 0)
        #expect(try !String(decoding: scene.payload(), as: UTF8.self).contains(scene.folder.path))
        let evidence = ["--evidence", scene.repository]
        #expect(try scene.verify(evidence + ["--waivers", file]).code == 0)
        #expect(try scene.verify(evidence).output.contains("differs: waivers/accepted.yaml: is not there"))
        try Data("waivers: [] # more\n".utf8).write(to: URL(filePath: file))
        #expect(
            try scene.verify(evidence + ["--waivers", file]).output.contains("differs: waivers/accepted.yaml: SHA-256"))
    }
}
