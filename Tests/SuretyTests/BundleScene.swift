import Archive
import Foundation
import Testing

/// An evidence bundle of a small repository, and a copy of it to tamper with.
final class BundleScene {
    /// One bundle for all tests that only take it apart: signing and assessing take longer than copying.
    private static let template = Result { try AttestedScene("p256", bundled: true) }

    let folder = FileManager.default.temporaryDirectory.appending(path: "surety-bundle-\(UUID().uuidString)")
    let repository: String
    let publicKey: String
    let privateKey: String

    var bundle: URL { folder.appending(path: "bundle") }

    /// A fresh copy.
    init() throws {
        let scene = try Self.template.get()
        (repository, publicKey, privateKey) = (scene.repository, scene.publicKey, scene.privateKey)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: scene.bundle, to: bundle)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func bytes(_ path: String) throws -> Data { try Data(contentsOf: bundle.appending(path: path)) }

    func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    func write(_ path: String, _ text: String) throws { try Data(text.utf8).write(to: bundle.appending(path: path)) }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: bundle.appending(path: path)) }

    /// Replaces a text that has to be there.
    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try text(path)
        try #require(text.contains(old), "\(path) has no \(old)")
        try write(path, text.replacing(old, with: new, maxReplacements: 1))
    }

    func verify(_ more: [String] = [], _ path: String? = nil) throws -> (output: String, code: Int32) {
        try Program.run(["verify", path ?? bundle.path, "--key", publicKey] + more)
    }

    /// The payload of an envelope.
    func payload(_ name: String) throws -> [String: Any] {
        return try #require(JSONSerialization.jsonObject(with: payloadBytes(name)) as? [String: Any])
    }

    /// The files, as an archive of ours has them.
    func entries() throws -> [(name: String, bytes: [UInt8])] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: bundle.path).sorted()
        return try paths.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: bundle.path + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.map { ($0, Array(try bytes($0))) }
    }

    /// Writes an archive beside the bundle.
    func archive(_ bytes: [UInt8]) throws -> String {
        let path = folder.appending(path: "bundle.zip")
        try Data(bytes).write(to: path)
        return path.path
    }

    /// Signs a file's envelope anew with a key, by a tool that is not ours.
    func seal(_ payload: Data, as name: String, with key: String) throws {
        let type = "application/vnd.in-toto+json"
        let (pae, signature) = (folder.appending(path: "pae"), folder.appending(path: "sig"))
        try (Data("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload).write(to: pae)
        #expect(try OpenSSLTool.run(["dgst", "-sha256", "-sign", key, "-out", signature.path, pae.path]) == 0)
        let object: [String: Any] = [
            "payload": payload.base64EncodedString(), "payloadType": type,
            "signatures": [["keyid": "", "sig": try Data(contentsOf: signature).base64EncodedString()]],
        ]
        try JSONSerialization.data(withJSONObject: object).write(to: bundle.appending(path: name))
    }
}

extension BundleScene {
    /// The signed bytes of an envelope, without its type.
    func payloadBytes(_ name: String) throws -> Data {
        let envelope = try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any]
        return try #require((envelope?["payload"] as? String).flatMap { Data(base64Encoded: $0) })
    }
}
