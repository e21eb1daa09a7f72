import Foundation
import Testing

/// `surety key new`.
@Suite(.enabled(if: OpenSSLTool.exists)) final class KeyCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "surety-key-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    private func mode(_ name: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int ?? 0
    }

    @Test(arguments: ["ed25519", "p256"]) func makesAPairThatOthersRead(kind: String) throws {
        let made = try Program.run(["key", "new", path("key.pem"), "--kind", kind])
        #expect(made.code == 0 && !made.output.contains("PRIVATE"))
        #expect(try mode("key.pem") == 0o600 && mode("key.pub.pem") == 0o644)
        let text = try String(contentsOfFile: path("key.pem"), encoding: .utf8)
        #expect(text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let derived = ["pkey", "-in", path("key.pem"), "-pubout", "-out", path("other.pem")]
        #expect(try OpenSSLTool.run(derived) == 0)
        #expect(FileManager.default.contentsEqual(atPath: path("other.pem"), andPath: path("key.pub.pem")))
        try Data("{\"mcpServers\": {}}".utf8).write(to: folder.appending(path: ".mcp.json"))
        let attest = ["attest", folder.path, "--key", path("key.pem"), "--output", path("out"), "--at", "2026-11-24"]
        #expect(try Program.run(attest).code != 65)
        let verify = ["verify", path("out/attestation.dsse.json"), "--key", path("key.pub.pem")]
        #expect(try Program.run(verify).code == 0)
    }

    @Test func aPassphraseEncryptsAndOnlyItOpens() throws {
        try Data("correct horse\nsecond line\n".utf8).write(to: folder.appending(path: "secret"))
        let made = try Program.run(["key", "new", path("key.pem"), "--passphrase-file", path("secret")])
        #expect(made.code == 0 && made.output.contains("key.pem, encrypted") && !made.output.contains("horse"))
        let text = try String(contentsOfFile: path("key.pem"), encoding: .utf8)
        #expect(text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
        let open = { ["pkey", "-in", self.path("key.pem"), "-noout", "-passin", "pass:" + $0] }
        #expect(try OpenSSLTool.run(open("correct horse")) == 0)
        #expect(try OpenSSLTool.run(open("wrong horse")) != 0)
        #expect(try OpenSSLTool.run(open("")) != 0)
    }

    @Test func nothingIsWrittenOver() throws {
        #expect(try Program.run(["key", "new", path("a.pem")]).code == 0)
        let before = try Data(contentsOf: folder.appending(path: "a.pem"))
        #expect(try Program.run(["key", "new", path("a.pem")]).code == 65)
        #expect(try before == Data(contentsOf: folder.appending(path: "a.pem")))
        // The public key of another pair lies there.
        try Data("x".utf8).write(to: folder.appending(path: "b.pub.pem"))
        #expect(try Program.run(["key", "new", path("b.pem")]).code == 65)
        #expect(!FileManager.default.fileExists(atPath: path("b.pem")))
        // A link that leads nowhere is not followed.
        try FileManager.default.createSymbolicLink(atPath: path("c.pem"), withDestinationPath: path("target"))
        #expect(try Program.run(["key", "new", path("c.pem")]).code == 65)
        #expect(!FileManager.default.fileExists(atPath: path("target")))
        try Data().write(to: folder.appending(path: "empty"))
        #expect(try Program.run(["key", "new", path("d.pem"), "--passphrase-file", path("empty")]).code == 65)
        #expect(!FileManager.default.fileExists(atPath: path("d.pem")))
        #expect(try Program.run(["key", "new", path("e.pem"), "--kind", "rsa"]).code == 64)
        #expect(try Program.run(["key", "new", path("no/where.pem")]).code == 65)
    }
}
