internal import ArgumentParser
internal import Cataloging

/// `surety catalog validate`: OSCAL documents held to what the schemas do not check.
struct CatalogValidate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check OSCAL documents for what no schema checks.",
        discussion: """
            Looks for identifiers written twice, references that lead nowhere, values outside OSCAL's closed lists, own \
            names without a namespace, and parameters that are inserted but not defined, in XML, JSON and YAML of all \
            models. A file that a document imports must lie beside it and be what it is imported as; nothing is fetched. It \
            does not replace the schemas: check the structure with those.

            Exit codes: 0 nothing found, 1 problems, 65 a file that cannot be read or is no OSCAL.

            Examples:
              surety catalog validate output/assessment-results.xml
              surety catalog validate output/oscal/*.json
              surety catalog validate baseline.json --catalog NIST_SP-800-53_rev5_catalog.json
            """)

    @Argument(help: "The documents.", completion: .file())
    var files: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A catalog in which the controls that the documents name are looked for; repeat for several.",
            valueName: "file"), completion: .file())
    var catalog: [String] = []

    func run() throws {
        var count = 0
        let catalogs = try catalog.map { (path: $0, bytes: try InputFile.read($0)) }
        for file in files {
            let bytes = try InputFile.read(file)
            let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
            let report = try Failure.asInput {
                try OSCALValidator.validate(bytes, path: file, catalogs: catalogs) { reference in
                    let path = reference.hasPrefix("/") ? reference : folder + reference
                    return InputFile.exists(path) ? try? InputFile.read(path) : nil
                }
            }
            report.problems.forEach { Console.say($0.description) }
            let found = report.problems.count
            Console.note("\(file): \(report.model), \(found == 1 ? "1 problem" : "\(found) problems")")
            count += found
        }
        if count > 0 { throw ExitCode(1) }
    }
}
