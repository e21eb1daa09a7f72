internal import ArgumentParser
internal import Attesting
internal import Compliance
internal import Hashing
internal import Reporting

/// `surety attest`: assess, report, and sign what was found.
struct Attest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess, write the reports, and sign what they say of which files.",
        discussion: """
            Writes the reports and beside them attestation.dsse.json: an in-toto Statement v1 with the SHA-256 of every \
            report and of every file that was judged, the digest of the catalogs, every verdict and what was not read, in a \
            signed DSSE envelope. It attests what Surety found, with every gap; it does not say that all is well.

            The same inputs and --at give the same statement. Ed25519 and RSA give the same signature too.

            Examples:
              openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out key.pub.pem
              surety attest . --key key.pem --at 2026-11-24
              surety verify output/attestation.dsse.json --key key.pub.pem --evidence .

            Exit codes: 0 signed, 2 signed, and something could not be read, 64 usage, 65 bad input or key.
            """)

    /// Name of the envelope's file.
    static let fileName = "attestation.dsse.json"

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @OptionGroup(title: "Signing")
    var signing: SigningOptions

    @Flag(help: "Also sign assessment-results.xml with XML-DSig, in assessment-results.dsig.xml; not with Ed25519.")
    var xml = false

    @OptionGroup(title: "Judging")
    var judging: JudgingOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Folder for the reports and the envelope.", valueName: "folder"), completion: .directory)
    var output = "output"

    @OptionGroup(title: "OSCAL")
    var oscal: OSCALOptions

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        // A key that cannot be used is said before anything is written.
        let (key, certificate) = try signing.load()
        if xml, !DetachedXMLSignature.isPossible(with: key.publicKey.kind) {
            throw Failure.input("\(signing.key): XML signatures need an ECDSA P-256 or RSA key")
        }
        let assessment = try judging.assess(paths, quiet: talk.quiet)
        let given =
            try NamedFiles.subjects(.waivers, judging.waivers) + NamedFiles.collected(paths)
            + NamedFiles.subjects(.findings, judging.evidence.findings + judging.findingsMap)
        let subjects = try ReportFolder.write(
            assessment, in: Writers.formats(oscal: oscal.oscalVersion), into: output)
        let statement = InTotoStatement(
            subjects: subjects + Subject.all(in: assessment.evidence) + given,
            predicateType: AssessmentPredicate.type, predicate: AssessmentPredicate.value(of: assessment))
        let envelope = try Envelope.signing(statement.payload, as: InTotoStatement.payloadType, with: key)
        let path = output + "/" + Self.fileName
        try AtomicFile.write(to: path) { try $0(envelope.file) }
        if xml {
            try XMLSignatureFile.write(in: output, by: key)
        } else {
            XMLSignatureFile.removeStale(in: output)
        }
        if let certificate { try AtomicFile.write(to: output + "/attestation.crt.pem") { try $0(certificate) } }
        if !talk.quiet {
            Console.say("Signed with the \(key.publicKey): \(statement.subjects.count) files, \(path)")
            Console.say("surety verify \(path) --key <public key> --evidence \(paths.joined(separator: " "))")
        }
        throw Threshold.never.exitCode(for: assessment)
    }
}
