internal import ArgumentParser
internal import Attesting
internal import Reporting

/// `surety verify`: what of an attestation holds.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify an attestation: signature, files, and with the evidence at hand the verdicts.",
        discussion: """
            Checks the signatures with the keys you bring, then the SHA-256 of every report beside the envelope. With \
            --evidence it reads the evidence again, assesses it for the recorded date, and compares digests, verdicts, gaps \
            and the bytes of every report. What nothing was given for is said as not checked.

            With --pae the bytes that were signed are written, for tools that are not ours:
              surety verify attestation.dsse.json --key key.pub.pem --pae pae.bin --signature sig.bin
              openssl pkeyutl -verify -pubin -inkey key.pub.pem -rawin -in pae.bin -sigfile sig.bin           Ed25519
              openssl dgst -sha256 -verify key.pub.pem -signature sig.bin pae.bin                             P-256, RSA

            Exit codes: 0 all that was checked holds, 1 something differs or the signature is not by that key, 64 usage, \
            65 not readable.
            """)

    @Argument(help: "The envelope: attestation.dsse.json.", completion: .file(extensions: ["json"]))
    var envelope: String

    @OptionGroup(title: "Trust")
    var trust: TrustOptions

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("The folders and files that were attested, as they were given then.", valueName: "path"),
        completion: .file())
    var evidence: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Folder of the reports; that of the envelope by default.", valueName: "folder"),
        completion: .directory)
    var reports: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A folder with your own frameworks and checks, as it was given then.", valueName: "folder"),
        completion: .directory)
    var catalogs: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("A file of accepted risks, as it was given then.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var waivers: [String] = []

    @OptionGroup(title: "Evidence, as it was given then")
    var outside: EvidenceOptions

    @Option(
        name: .long,
        help: ArgumentHelp("A file on the rules of other scanners, as it was given then.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var findingsMap: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("Write the bytes that were signed.", valueName: "file"), completion: .file())
    var pae: String?

    @Option(name: .long, help: ArgumentHelp("Write the first signature.", valueName: "file"), completion: .file())
    var signature: String?

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func validate() throws {
        guard trust.isGiven || pae != nil || signature != nil else {
            throw ValidationError("a signature proves nothing without a key that you trust: give --key, or --cert")
        }
    }

    func run() throws {
        let sealed = try Failure.asInput(about: envelope) {
            try Envelope(AttestationFile.json(InputFile.read(envelope), name: envelope))
        }
        if let pae { try AtomicFile.write(to: pae) { try $0(sealed.preAuthentication) } }
        if let signature { try AtomicFile.write(to: signature) { try $0(sealed.signatures[0].bytes) } }
        guard trust.isGiven else { return }
        let trusted = try trust.load()
        var outcomes = trusted.outcomes + SignatureReview.review(sealed, trusting: trusted.keys)
        if outcomes.contains(where: { $0.standing == .differs }) {
            outcomes.append(Outcome(.unchecked, "everything else: nobody who is trusted signed it"))
        } else {
            outcomes += try AttestationReview(self, trusting: trusted.keys).outcomes(of: sealed)
        }
        let holds = !outcomes.contains { $0.standing == .differs }
        if !talk.quiet {
            for outcome in outcomes { Console.say(PlainText.oneLine("\(outcome.standing.rawValue): \(outcome.text)")) }
            Console.say(holds ? "All that was checked holds." : "The attestation does not hold.")
        }
        if !holds { throw ExitCode.failure }
    }
}
