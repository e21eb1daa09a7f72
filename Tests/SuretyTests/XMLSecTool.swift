import Foundation

/// The `xmlsec1` command, where it is installed.
enum XMLSecTool {
    private static let path = "/usr/bin/xmlsec1"
    static let exists = FileManager.default.isExecutableFile(atPath: path)

    /// Runs it in a folder, against which it resolves what a signature refers to.
    static func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        try OutsideProgram.run(path, arguments, in: folder)
    }
}
