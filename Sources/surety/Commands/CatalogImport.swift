internal import ArgumentParser
internal import Cataloging
internal import Compliance
internal import Reporting

/// `surety catalog import`: a framework out of a foreign file.
struct CatalogImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a framework of an OSCAL catalog or profile, a GRC library or a table.",
        discussion: """
            Reads OSCAL catalogs and profiles (XML, JSON, YAML), CISO Assistant libraries, and tables with the columns \
            id, title, statement, parent. Nothing about the items is known to be observable in configuration, so each \
            asks a person, with a question made of its statement where the file has none: edit the result.

            Examples:
              surety catalog import NIST_SP-800-53_rev5_catalog.xml --id nist-sp-800-53-5 --output my/frameworks/
              surety catalog import baseline.json --catalog NIST_SP-800-53_rev5_catalog.json --output my/frameworks/
              surety assess repo --catalogs my
            """)

    @Argument(help: "The file to read.", completion: .file())
    var file: String

    @Option(
        name: .long, help: "Identifier of the framework; by default the file's own, or made of its name.")
    var id: String?

    @Option(
        name: .long,
        help: ArgumentHelp("For a profile: a catalog that it imports; repeat for several.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write, or a folder, in which it is called <id>.yaml. Standard output by default.",
            valueName: "path"), completion: .file())
    var output: String?

    func run() throws {
        let bytes = try InputFile.read(file)
        let catalogs = try catalog.map { (path: $0, bytes: try InputFile.read($0)) }
        let read = try Failure.asInput {
            try FrameworkImport((path: file, bytes: bytes), id: id, catalogs: catalogs)
        }
        let framework = read.framework
        for note in read.notes { Console.note("\(file): \(note)") }
        guard let output else { return Console.write(text(of: framework)) }
        let isFile = output.hasSuffix(".yaml") || output.hasSuffix(".yml")
        let path =
            isFile ? output : "\(output.hasSuffix("/") ? String(output.dropLast()) : output)/\(framework.id).yaml"
        if isFile
            && path.split(separator: "/").last?.split(separator: ".").dropLast().joined(separator: ".")
                != framework.id.rawValue
        {
            Console.note("a framework loads from a file of its own name: \(framework.id).yaml")
        }
        try AtomicFile.write(to: path) { append in try append(text(of: framework)) }
        let items = framework.controls.count { $0.kind != .group }
        Console.note("wrote \(path): \(items) items in \(framework.controls.count - items) groups")
    }

    private func text(of framework: Framework) -> [UInt8] {
        let name = file.split(separator: "/").last ?? ""
        let comment = "Imported from \(name) by surety catalog import."
        return ByteSink.bytes { FrameworkFile.write(framework, comment: comment, to: $0) }
    }
}
