import Foundation

/// The program that is tested, built beside the tests.
enum Program {
    static let url = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "surety")

    /// Starts it and waits for nothing; what it says is not heard.
    ///
    /// - Throws: When it cannot be started.
    static func start(_ arguments: [String], in folder: URL) throws -> Process {
        try OutsideProgram.start(url, arguments, in: folder)
    }

    /// Runs it and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: What stands after its name.
    ///   - input: What it reads from standard input.
    ///   - folder: Folder that it runs in; the tests' own when nil.
    /// - Returns: Standard output and exit code.
    /// - Throws: When it cannot be started.
    static func run(
        _ arguments: [String], input: String = "", in folder: URL? = nil
    ) throws -> (output: String, code: Int32) {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        let output = Pipe()
        let given = Pipe()
        process.standardOutput = output
        process.standardInput = given
        process.standardError = FileHandle.nullDevice
        try process.run()
        try? given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? given.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }
}
