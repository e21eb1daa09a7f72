internal import ArgumentParser
internal import Cataloging
internal import Compliance
internal import Documents
internal import Reporting

extension MapCommand {
    /// `surety map import`.
    struct Import: ParsableCommand {
        enum Layout: String, CaseIterable, ExpressibleByArgument {
            case yaml, json, csv
        }

        static let configuration = CommandConfiguration(
            abstract: "Read an alignment table into links to framework items.",
            discussion: """
                The table (Markdown or CSV) has a header such as Framework, Control / Reference, Relevance. A cell may hold \
                several references; an empty one links to the whole framework.

                Exit codes: 0 all resolved, 1 a reference means no one item (it is left out), 65 a file that cannot be read.

                Example:
                  surety map import alignment.md --output links.yaml
                """)

        @Argument(help: "The table.", completion: .file(extensions: ["md", "csv"]))
        var table: String

        @Option(name: .shortAndLong, help: "How to write: yaml, json, csv.")
        var format: Layout = .yaml

        @Option(
            name: .shortAndLong, help: ArgumentHelp("Where to write; standard output by default.", valueName: "file"),
            completion: .file())
        var output: String?

        @OptionGroup var options: CatalogOptions

        func run() throws {
            let catalog = try options.catalog()
            let bytes = try InputFile.read(table)
            let read = try Failure.asInput(about: table) {
                try AlignmentImport(bytes, path: table, resolver: ReferenceResolver(catalog))
            }
            let links = AlignmentText(read.links, catalog)
            let text = format == .yaml ? links.yaml : format == .json ? links.json : links.csv
            if let output {
                try AtomicFile.write(to: output) { append in try append(text) }
            } else {
                Console.write(text)
            }
            for link in read.links {
                for warning in link.warnings {
                    Console.note(PlainText.oneLine("\(table):\(link.line): \(link.reference): warning: \(warning)"))
                }
            }
            for problem in read.unresolved { Console.complain(PlainText.oneLine(problem.description)) }
            if !read.unresolved.isEmpty { throw ExitCode(1) }
        }
    }
}
