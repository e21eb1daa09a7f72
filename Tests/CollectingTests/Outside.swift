import Foundation

@testable import Collecting

/// A collector made for one test: a shell script that lies outside the folder it collects from.
final class Outside {
    private let home: Workspace
    let path: String

    /// A script with the given text behind `#!/bin/sh`.
    init(_ script: String, in folder: Workspace? = nil) throws {
        home = try folder ?? Workspace()
        try home.write("#!/bin/sh\n\(script)\n", to: "collector.txt")
        path = home.root.appending(path: "collector.sh").path
        // Copied by another process: a file that this one has open for writing, and so for a moment every process that
        // a test beside it starts, cannot be executed.
        let copy = Process()
        copy.executableURL = URL(filePath: "/usr/bin/install")
        copy.arguments = ["-m", "755", home.root.appending(path: "collector.txt").path, path]
        try copy.run()
        copy.waitUntilExit()
    }

    /// A script that writes lines as they stand.
    convenience init(writing lines: [String]) throws {
        try self.init("cat <<'END-OF-LINES'\n\(lines.joined(separator: "\n"))\nEND-OF-LINES")
    }

    func collector(seconds: Int = 30) throws -> ExternalCollector {
        try ExternalCollector(path: path, seconds: seconds)
    }
}
