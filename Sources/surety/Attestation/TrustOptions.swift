internal import ArgumentParser
internal import Attesting

/// Whose signatures count: never a key that comes with the document.
struct TrustOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Public key in PEM that must have signed; repeat for several.", valueName: "file"),
        completion: .file(extensions: ["pem", "pub"]))
    var key: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Certificate in PEM whose key must have signed, with those that lead to the authority below it.",
            valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    var cert: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Authorities in PEM that --cert must lead to; without it, that certificate itself is trusted.",
            valueName: "file"),
        completion: .file(extensions: ["pem", "crt"]))
    var ca: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Date or time in UTC at which the certificate must be valid. Now by default.", valueName: "time"),
        transform: DateOption.time)
    var validOn: String?

    func validate() throws {
        if ca != nil, cert == nil {
            throw ValidationError("--ca says whom to trust; --cert says who signed: give both")
        }
    }

    /// Whether anything is trusted.
    var isGiven: Bool { !key.isEmpty || cert != nil }

    /// The trusted keys, and what was found of the certificate.
    ///
    /// - Throws: `Failure` when a file cannot be read.
    func load() throws -> (keys: [VerifyingKey], outcomes: [Outcome]) {
        var keys: [VerifyingKey] = []
        for path in key {
            keys.append(try Failure.asInput(about: path) { try VerifyingKey(pem: InputFile.read(path)) })
        }
        guard let cert else { return (keys, []) }
        let certificate = try Failure.asInput(about: cert) { try Certificate(pem: InputFile.read(cert)) }
        let time = validOn ?? Clock.now
        let fault: String?
        if let ca {
            let authorities = try Failure.asInput(about: ca) { try Certificate(pem: InputFile.read(ca)) }
            fault = certificate.fault(under: authorities, at: Clock.seconds(time))
        } else {
            fault = certificate.fault(at: Clock.seconds(time))
        }
        let name = "certificate of \(certificate.subject)"
        let outcome =
            fault.map { Outcome(.differs, "\(name) on \(time): \($0)") }
            ?? Outcome(.holds, "\(name) is valid on \(time)\(ca == nil ? ", trusted as it is" : " under \(ca ?? "")")")
        return (fault == nil ? keys + [certificate.publicKey] : keys, [outcome])
    }
}
