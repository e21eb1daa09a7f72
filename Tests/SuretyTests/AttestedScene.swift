import Foundation
import Testing

/// A small repository, attested with a key made for the test.
final class AttestedScene: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "surety-attest-\(UUID().uuidString)")
    let privateKey: String
    let publicKey: String
    private let kind: String

    var repository: String { folder.path + "/repo" }
    var output: URL { folder.appending(path: "out") }
    var envelope: URL { output.appending(path: "attestation.dsse.json") }
    var bundle: URL { folder.appending(path: "bundle") }

    /// A repository with one server in the clear, attested; with risks that were accepted and statements, in a bundle.
    init(_ kind: String, bundled: Bool = false) throws {
        self.kind = kind
        privateKey = folder.path + "/key.pem"
        publicKey = folder.path + "/key.pub.pem"
        try write(".mcp.json", Self.servers(scheme: "http"))
        try OpenSSLTool.makeKey(kind, privateKey, publicKey)
        if bundled {
            try write("waivers.yaml", Self.waivers)
            try write("statements.yaml", Self.statements)
            try bundle()
        } else {
            try attest()
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func servers(scheme: String) -> String {
        "{\"mcpServers\": {\"a\": {\"url\": \"\(scheme)://h.example\", \"type\": \"http\"}}}"
    }

    private static let waivers = """
        waivers:
          - agent: claude-code@.
            check: mcp/transport-encrypted
            accepts: sha256:\(String(repeating: "0", count: 64))
            approver: A. Person
            reason: It is a test.
            expires_on: 2027-01-01

        """

    private static let statements = """
        statements:
          - control: nist-ai-rmf-1.0/govern-1.1
            claim: The law that applies is known.
            method: interview
            by: B. Person
            role: counsel
            stated_on: 2026-11-01
            expires_on: 2027-05-01

        """

    /// Writes an evidence bundle.
    func bundle(to path: String? = nil, _ more: [String] = []) throws {
        let arguments = [
            "--key", privateKey, "--bundle", path ?? bundle.path, "--at", "2026-11-24", "--framework",
            "nist-ai-rmf-1.0",
        ]
        let result = try Program.run(["attest", repository] + arguments + more)
        #expect(result.code == 0, "\(result.output)")
    }

    func write(_ path: String, _ text: String) throws {
        try FileManager.default.createDirectory(atPath: repository, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: repository + "/" + path))
    }

    func attest(_ path: String? = nil) throws {
        let arguments = ["--key", privateKey, "--output", output.path, "--at", "2026-11-24"]
        let result = try Program.run(["attest", path ?? repository] + arguments)
        #expect(result.code == 0, "\(result.output)")
        #expect(!result.output.contains("PRIVATE"))
    }

    func verify(_ more: [String] = [], envelope: URL? = nil, key: String? = nil) throws -> (output: String, code: Int32)
    {
        try Program.run(["verify", (envelope ?? self.envelope).path, "--key", key ?? publicKey] + more)
    }

    /// Puts another payload into the envelope, signed with the scene's Ed25519 key by a tool that is not ours.
    func seal(_ payload: String, as type: String = "application/vnd.in-toto+json") throws {
        let (bytes, signature) = (folder.appending(path: "pae"), folder.appending(path: "sig"))
        try Data("DSSEv1 \(type.utf8.count) \(type) \(payload.utf8.count) \(payload)".utf8).write(to: bytes)
        let sign = ["pkeyutl", "-sign", "-inkey", privateKey, "-rawin", "-in", bytes.path, "-out", signature.path]
        #expect(try OpenSSLTool.run(sign) == 0)
        let object: [String: Any] = [
            "payload": Data(payload.utf8).base64EncodedString(), "payloadType": type,
            "signatures": [["sig": try Data(contentsOf: signature).base64EncodedString()]],
        ]
        try JSONSerialization.data(withJSONObject: object).write(to: envelope)
    }

    func payload() throws -> Data {
        let text = try #require(member("payload") as? String)
        return try #require(Data(base64Encoded: text))
    }

    func signature() throws -> String {
        let signatures = try #require(member("signatures") as? [[String: String]])
        return try #require(signatures.first?["sig"])
    }

    private func member(_ key: String) throws -> Any? {
        (try JSONSerialization.jsonObject(with: Data(contentsOf: envelope)) as? [String: Any])?[key]
    }
}
