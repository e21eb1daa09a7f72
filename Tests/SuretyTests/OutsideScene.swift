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
        guard path.hasSuffix(".sh") else { return }
        // Copied by another process: a file that this one has open for writing cannot be executed.
        try FileManager.default.moveItem(at: file, to: file.appendingPathExtension("txt"))
        let copy = Process()
        copy.executableURL = URL(filePath: "/usr/bin/install")
        copy.arguments = ["-m", "755", file.path + ".txt", file.path]
        try copy.run()
        copy.waitUntilExit()
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
