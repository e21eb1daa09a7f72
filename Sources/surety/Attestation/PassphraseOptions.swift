internal import ArgumentParser
internal import Attesting

/// Where the passphrase of a key comes from: never from the command line, which others can read.
struct PassphraseOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Environment variable that holds the key's passphrase.", valueName: "name"))
    var passphraseEnv: String?

    @Option(
        name: .long,
        help: ArgumentHelp("File whose first line is the key's passphrase.", valueName: "file"),
        completion: .file())
    var passphraseFile: String?

    func validate() throws {
        if passphraseEnv != nil, passphraseFile != nil {
            throw ValidationError("give the passphrase by --passphrase-env or by --passphrase-file, not by both")
        }
    }

    /// The passphrase; nil when none is given.
    ///
    /// - Throws: `Failure` when the variable is not set or the file cannot be read.
    func passphrase() throws -> [UInt8]? {
        if let passphraseEnv {
            guard let value = Console.environment(passphraseEnv) else {
                throw Failure.input("environment variable \(passphraseEnv) is not set")
            }
            return Array(value.utf8)
        }
        return try passphraseFile.map { path in
            Array(try InputFile.read(path).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
        }
    }

    /// What a private key may be, for the option that names it.
    static let keyHelp = ArgumentHelp(
        "Private key in PEM (PKCS#8, also encrypted): Ed25519, ECDSA P-256, or RSA from 2048 bits.", valueName: "file")

    /// The private key in a file.
    ///
    /// - Throws: `Failure` when it, or its passphrase, cannot be read.
    func unlock(_ path: String) throws -> SigningKey {
        let secret = try passphrase()
        return try Failure.asInput(about: path) { try SigningKey(pem: InputFile.read(path), passphrase: secret) }
    }
}
