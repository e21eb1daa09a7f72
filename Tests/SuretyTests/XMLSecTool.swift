import Foundation

/// The `xmlsec1` command, where it is installed.
enum XMLSecTool {
    private static let path = "/usr/bin/xmlsec1"
    static let exists = FileManager.default.isExecutableFile(atPath: path)

    /// Runs it in a folder, against which it resolves what a signature refers to.
    static func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
