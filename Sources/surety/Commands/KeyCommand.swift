internal import ArgumentParser
internal import Attesting

/// `surety key`: the keys that sign.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make a pair of keys to sign with.", subcommands: [KeyNew.self])
}

/// `surety key new`: a new pair of keys.
struct KeyNew: ParsableCommand {
    /// The kinds of key that are made.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case ed25519, p256
    }

    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a pair of keys: the private one to sign with, the public one to give away.",
        discussion: """
            Writes FILE, the private key (PKCS#8 in PEM, for you alone to read), and beside it the public key: key.pem and \
            key.pub.pem. Neither is written over an existing file. With a passphrase the private key is encrypted.

            Ed25519 gives the same signature each time. P-256 also signs the XML reports, for tools that read XML-DSig.

            Examples:
              surety key new key.pem
              surety key new key.pem --kind p256 --passphrase-env SURETY_PASSPHRASE

            Exit codes: 0 made, 64 usage, 65 a file is there already or cannot be written.
            """)

    @Argument(help: "File for the private key.", completion: .file(extensions: ["pem"]))
    var file: String

    @Option(name: .long, help: "Kind of key: ed25519 or p256.")
    var kind: Kind = .ed25519

    @OptionGroup(title: "Passphrase")
    var lock: PassphraseOptions

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func run() throws {
        let secret = try lock.passphrase()
        let publicFile = file.hasSuffix(".pem") ? file.dropLast(4) + ".pub.pem" : file + ".pub.pem"
        let (key, pem, publicPEM) = try Failure.asInput {
            let key = try NewKey(kind == .ed25519 ? .ed25519 : .ecdsaP256)
            guard let publicPEM = key.publicKey.pem else { throw KeyError.making }
            return (key, try key.privatePEM(passphrase: secret), publicPEM)
        }
        let isThere = [file, String(publicFile)].first(where: NewFile.exists)
        if let isThere { throw Failure.input("\(isThere) is there already, and no key is written over") }
        try NewFile.write(pem, to: file, mode: 0o600)
        do {
            try NewFile.write(publicPEM, to: String(publicFile), mode: 0o644)
        } catch {
            NewFile.remove(file)
            throw error
        }
        if !quiet {
            Console.say("\(key.publicKey)")
            Console.say(
                "\(file)\(secret == nil ? ", not encrypted" : ", encrypted"): keep it; \(publicFile): give it away")
        }
    }
}
