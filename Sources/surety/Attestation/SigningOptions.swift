internal import ArgumentParser
internal import Attesting

/// With which key is signed.
struct SigningOptions: ParsableArguments {
    @Option(name: .long, help: PassphraseOptions.keyHelp, completion: .file(extensions: ["pem", "key"]))
    var key: String

    @OptionGroup
    var lock: PassphraseOptions

    @Option(
        name: .long,
        help: ArgumentHelp("Certificate of the key in PEM; it is copied beside the envelope.", valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    var cert: String?

    /// The key, and the certificate's PEM when there is one.
    ///
    /// - Throws: `Failure` when a file cannot be read or the two do not belong together.
    func load() throws -> (key: SigningKey, certificate: [UInt8]?) {
        let signing = try lock.unlock(key)
        guard let cert else { return (signing, nil) }
        let pem = try InputFile.read(cert)
        try Failure.asInput(about: cert) {
            guard try Certificate(pem: pem).publicKey.id == signing.publicKey.id else { throw KeyError.otherKey }
        }
        return (signing, pem)
    }
}
