import Foundation

/// Programs that are started without listening to what they say.
enum OutsideProgram {
    /// Starts one and waits for nothing.
    ///
    /// - Throws: When it cannot be started.
    static func start(_ command: URL, _ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = command
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs one to its end, and gives its exit code.
    ///
    /// - Throws: When it cannot be started.
    static func run(_ command: String, _ arguments: [String], in folder: URL) throws -> Int32 {
        let process = try start(URL(filePath: command), arguments, in: folder)
        process.waitUntilExit()
        return process.terminationStatus
    }
}
