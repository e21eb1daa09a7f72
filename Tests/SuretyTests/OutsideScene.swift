import Foundation

/// A folder with an agent, and beside it what the user hands over: reports, maps, programs.
final class OutsideScene {
    let root = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
        for (path, text) in files { try write(text, to: path) }
        try FileManager.default.createDirectory(
            at: root.appending(path: "repo"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        if path.hasSuffix(".sh") {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
    }

    func run(_ arguments: [String]) throws -> (output: String, code: Int32) {
        try Program.run(arguments, in: root)
    }

    /// The gaps of `repo`, as the register of gaps has them.
    func gaps(_ arguments: [String]) throws -> [[String: String]] {
        let text = try run(["gaps", "repo", "--format", "json", "--at", "2026-11-24", "-q"] + arguments).output
        return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]] ?? []
    }
}
