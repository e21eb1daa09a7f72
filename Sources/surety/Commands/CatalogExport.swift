public import ArgumentParser
internal import Cataloging
internal import Compliance
internal import Reporting

extension OSCALForm: ExpressibleByArgument {}

/// `surety catalog export`: frameworks as OSCAL catalogs.
struct CatalogExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write frameworks as OSCAL catalogs.",
        discussion: """
            The same framework gives the same bytes: identifiers are name-based, and the document is as old as the \
            framework unless --at says otherwise.

            Examples:
              surety catalog export owasp-asi-2026 --oscal json
              surety catalog export --oscal xml --output output/catalogs
            """)

    @Argument(help: "Identifiers of the frameworks; all by default.")
    var frameworks: [String] = []

    @Option(name: .long, help: "Form of the catalog: xml, json or yaml.")
    var oscal: OSCALForm = .xml

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A file for one framework, a folder for several. Standard output by default, for one.", valueName: "path"),
        completion: .file())
    var output: String?

    @OptionGroup(title: "Catalogs") var judging: JudgingOptions

    func run() throws {
        let chosen = try frameworks.isEmpty ? judging.catalog().frameworks : frameworks.map(find(in: judging.catalog()))
        guard let output else {
            guard chosen.count == 1 else {
                throw Failure.input("\(chosen.count) frameworks need a folder: --output FOLDER")
            }
            return Console.write(bytes(of: chosen[0]))
        }
        let isFile = chosen.count == 1 && output.hasSuffix("." + oscal.rawValue)
        for framework in chosen {
            let path = isFile ? output : "\(output)/\(framework.id)-catalog.\(oscal.rawValue)"
            try AtomicFile.write(to: path) { append in try append(bytes(of: framework)) }
            Console.note("wrote \(path)")
        }
    }

    private func find(in catalog: Catalog) -> (String) throws -> Framework {
        { id in
            guard let framework = catalog.framework(FrameworkID(id)) else {
                let known = catalog.frameworks.map(\.id.rawValue).joined(separator: ", ")
                throw Failure.input("there is no framework '\(id)'; known are \(known)")
            }
            return framework
        }
    }

    private func bytes(of framework: Framework) -> [UInt8] {
        let document = OSCALCatalogDocument(framework, at: judging.at)
        return ByteSink.bytes { document.write(as: oscal, to: $0) }
    }
}
