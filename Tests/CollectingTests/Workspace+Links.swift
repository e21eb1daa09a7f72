import Foundation

extension Workspace {
    /// The folder for functions of the C library.
    var path: String { root.path }

    /// Makes a symbolic link.
    func link(_ name: String, to target: String) throws {
        let place = root.appending(path: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
    }
}
