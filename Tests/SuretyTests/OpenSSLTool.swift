import Foundation

/// The `openssl` command: another program that signs and verifies.
enum OpenSSLTool {
    static let kinds = ["ed25519", "p256", "rsa"]
    static let exists = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    /// Runs it; what it prints is dropped.
    static func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Makes a pair of keys.
    static func makeKey(_ kind: String, _ privateKey: String, _ publicKey: String, more: [String] = []) throws {
        let algorithm =
            switch kind {
            case "p256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
            case "rsa": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]
            default: ["-algorithm", "ed25519"]
            }
        let made = try run(["genpkey"] + algorithm + ["-out", privateKey] + more)
        let derived = try run(["pkey", "-in", privateKey, "-pubout", "-out", publicKey])
        guard made == 0, derived == 0 else { throw CocoaError(.executableLoad) }
    }
}
