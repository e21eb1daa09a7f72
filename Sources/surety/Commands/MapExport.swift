internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety map export`: a mapping as an OSCAL mapping collection.
struct MapExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a mapping as an OSCAL mapping collection.",
        discussion: """
            The identifiers are those of `surety catalog export`; the collection refers to the catalogs by the names that \
            they have there.

            Example:
              surety map export owasp-asi-2026--nist-ai-rmf-1.0 --oscal json --output output/catalogs/mapping.json
            """)

    @Argument(help: "Identifier of the mapping.")
    var id: String

    @Option(name: .long, help: "Form of the collection: xml, json or yaml.")
    var oscal: OSCALForm = .xml

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. Standard output by default.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup(title: "Catalogs") var judging: JudgingOptions

    func run() throws {
        let catalog = try judging.catalog()
        guard let mapping = catalog.mapping(MappingID(id)) else {
            let known = catalog.mappings.map(\.id.rawValue).joined(separator: ", ")
            throw Failure.input("there is no mapping '\(id)'; known are \(known)")
        }
        let document = OSCALMappingDocument(mapping, in: catalog, at: judging.at)
        let bytes = ByteSink.bytes { document.write(as: oscal, to: $0) }
        guard let output else { return Console.write(bytes) }
        try AtomicFile.write(to: output) { append in try append(bytes) }
        Console.note("wrote \(output)")
    }
}
