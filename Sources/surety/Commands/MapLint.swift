internal import ArgumentParser
internal import Cataloging
internal import Documents
internal import Reporting

extension MapCommand {
    /// `surety map lint`.
    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check mappings that other people wrote.",
            discussion: """
                Reads CSV, Markdown tables, lists of objects (JSON, YAML) and OSCAL mapping collections (JSON, XML). Reports \
                references that mean no item or several, titles that belong to another item, retired editions, missing \
                relationships and rationales, relationships outside IR 8477 and OSCAL, pairs that are there twice or in \
                both directions. References to frameworks that the catalog does not have are counted, not checked.

                Exit codes: 0 clean, 1 problems, 65 a file that cannot be read.
                """)

        @Argument(help: "Files.", completion: .file(extensions: ["csv", "md", "json", "yaml", "xml"]))
        var files: [String]

        @OptionGroup var options: CatalogOptions

        func run() throws {
            let lint = MappingLint(ReferenceResolver(try options.catalog()))
            var found = 0
            for file in files {
                let bytes = try InputFile.read(file)
                let report = try Failure.asInput(about: file) { try lint.report(bytes, path: file) }
                for problem in report.problems { Console.say(PlainText.oneLine(problem.description)) }
                found += report.problems.count
                let rest =
                    report.unchecked == 0 ? "" : ", \(report.unchecked) references to other frameworks not checked"
                Console.note("\(file): \(report.rows) pairs, \(report.problems.count) problems\(rest)")
            }
            if found > 0 { throw ExitCode(1) }
        }
    }
}
