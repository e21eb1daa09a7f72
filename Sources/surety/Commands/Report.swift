internal import ArgumentParser
internal import Attesting
internal import Collecting
internal import Compliance
internal import Reporting

/// `surety report`: formats of an assessment that was saved.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write more formats of a saved assessment, the same bytes as when it was made.",
        discussion: """
            Takes assessment.json and the evidence.json that was written beside it, or an evidence bundle, which holds both. \
            It assesses the evidence again, for the date, frameworks, profile, system and accepted risks that were saved. \
            Only when that gives the saved assessment, byte for byte, is anything written: a changed file, or another \
            version, is refused with the first line that differs. Signatures are `surety verify`'s.

            Examples:
              surety report --from output/assessment.json --format sarif --format oscal-package
              surety report --from output/assessment.json --columns tracker.yaml
              surety report --from evidence.zip --format all --output reports

            Exit codes: 0 written, 64 usage, 65 not the assessment of this evidence, or not readable.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("assessment.json, or an evidence bundle: a folder or a ZIP archive.", valueName: "path"),
        completion: .file(extensions: ["json", "zip"]))
    var from: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The evidence that assessment.json was made of; evidence.json beside it by default.",
            valueName: "file"), completion: .file(extensions: ["json"]))
    var evidence: String?

    @OptionGroup(title: "Judging, as it was given then")
    var judges: JudgeOptions

    @OptionGroup(title: "Signed statements, as they were given then")
    var signers: StatementKeyOptions

    @OptionGroup(title: "Formats")
    var formats: FormatOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Folder for the reports.", valueName: "folder"), completion: .directory)
    var output = "output"

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        if BundleFiles.isBundle(from), evidence != nil || judges.isGiven || signers.isGiven {
            throw ValidationError("a bundle holds its evidence and what judged it: give nothing beside it")
        }
    }

    func run() throws {
        // A format that does not exist is said before anything is read.
        _ = try formats.formats()
        let saved = try BundleFiles.isBundle(from) ? SavedAssessment(bundle: from) : single()
        let chosen = try formats.formats(else: saved.editions)
        let assessment = try saved.inputs.assess()
        let again = JSONWriter().bytes(of: assessment)
        guard again == saved.bytes else {
            let isOtherwiseJudged = saved.catalog.map { $0 != assessment.catalog.digest } ?? false
            throw Failure.input(
                PlainText.oneLine(
                    "\(from) is not what this version finds in the evidence; \(FirstLine.differing(saved.bytes, again))"
                        + (isOtherwiseJudged ? "; \(Self.otherCatalog)" : "")))
        }
        let subjects = try ReportFolder.write(assessment, in: chosen, into: output)
        if !quiet { Console.say("Written: " + subjects.map { output + "/" + $0.path }.joined(separator: ", ")) }
    }

    private static let otherCatalog =
        "it was judged by another catalog: give --catalogs and --findings-map as they were given then, if they were"

    private func single() throws -> SavedAssessment {
        let folder = from.lastIndex(of: "/").map { String(from[...$0]) } ?? ""
        return try SavedAssessment(
            from, evidence: evidence ?? folder + EvidenceFile.name, judges: judges, signers: signers.trust(judging: []))
    }
}
