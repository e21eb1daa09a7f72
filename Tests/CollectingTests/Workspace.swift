import Collecting
import Compliance
import Foundation

/// A folder made for one test.
final class Workspace {
    let root = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")

    init(_ files: [String: String] = [:]) throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, to path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func collect() throws -> Evidence { try Collection.run([root.path]) { _ in } }
}
