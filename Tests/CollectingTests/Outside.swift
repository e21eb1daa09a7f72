import Foundation

@testable import Collecting

/// A collector made for one test: a shell script that lies outside the folder it collects from.
final class Outside {
    private let home: Workspace
    let path: String

    /// A script with the given text behind `#!/bin/sh`.
    init(_ script: String, in folder: Workspace? = nil) throws {
        home = try folder ?? Workspace()
        let file = home.root.appending(path: "collector.sh")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        path = file.path
    }

    /// A script that writes lines as they stand.
    convenience init(writing lines: [String]) throws {
        try self.init("cat <<'END-OF-LINES'\n\(lines.joined(separator: "\n"))\nEND-OF-LINES")
    }

    func collector(seconds: Int = 30) throws -> ExternalCollector {
        try ExternalCollector(path: path, seconds: seconds)
    }
}
