internal import ArgumentParser
internal import Compliance
internal import Reporting

extension CheckCommand {
    /// `surety check new`: a check file to fill in.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a check file to fill in.",
            discussion: """
                The file says what belongs where, and breaks its own laws until it is filled in: `surety check test` lists what is \
                missing. Beside it lies the JSON Schema for editors.

                Example:
                  surety check new mcp/internal-hosts --subject mcp_server --into my
                  surety check test mcp/internal-hosts --catalogs my
                """)

        @Argument(help: "Area and name: small letters, digits and hyphens, for example mcp/internal-hosts.")
        var id: String

        @Option(
            name: .long, help: ArgumentHelp("The table whose rows are judged.", valueName: "table"),
            completion: .list(Table.allCases.map(\.rawValue)))
        var subject = Table.mcpServer.rawValue

        @Option(
            name: .long, help: ArgumentHelp("The folder of catalogs that it is written into.", valueName: "folder"),
            completion: .directory)
        var into = "catalogs"

        func validate() throws {
            let parts = id.split(separator: "/", omittingEmptySubsequences: false)
            let isPlain = parts.allSatisfy { part in
                part.utf8.first != 0x2D && !part.isEmpty
                    && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
            }
            guard parts.count == 2, isPlain else {
                throw ValidationError("'\(id)' is not AREA/NAME in small letters, digits and hyphens")
            }
            guard Table(rawValue: subject) != nil else { throw ValidationError("there is no table '\(subject)'") }
        }

        func run() throws {
            guard let table = Table(rawValue: subject) else { throw Failure.input("there is no table '\(subject)'") }
            let path = "\(into)/checks/\(id).yaml"
            guard !InputFile.exists(path) else { throw Failure.input("\(path) is there already") }
            let text = CheckSkeleton(CheckID(id), subject: table).yaml
            try AtomicFile.write(to: path) { append in try append(Array(text.utf8)) }
            Console.note("wrote \(path)")
            let schema = "\(into)/schema/\(FileSchema.check.fileName)"
            guard !InputFile.exists(schema) else { return }
            try AtomicFile.write(to: schema) { append in
                try append(ByteSink.bytes { FileSchema.check.write(to: $0) })
            }
            Console.note("wrote \(schema)")
        }
    }

    /// `surety check docs`: the checks as one page.
    struct Docs: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a page about all checks.",
            discussion: "The same checks give the same bytes, so that a test can hold a committed page against them.")

        @Option(
            name: .shortAndLong, help: ArgumentHelp("File to write; - for standard output.", valueName: "file"),
            completion: .file())
        var output = "catalogs/CHECKS.md"

        @OptionGroup(title: "Catalogs") var catalogs: CatalogOptions

        func run() throws {
            let reference = CheckReference(try catalogs.catalog())
            let bytes = ByteSink.bytes { reference.write(to: $0) }
            if output == "-" { return Console.write(bytes) }
            try AtomicFile.write(to: output) { append in try append(bytes) }
            Console.note("wrote \(output)")
        }
    }

    /// `surety check schema`: JSON Schemas for editors.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of check files, waivers or statements, for editors.",
            discussion: """
                An editor with a YAML language server reads the first line of a file:
                  # yaml-language-server: $schema=../../schema/check.schema.json
                """)

        @Argument(
            help: "What the files hold: \(FileSchema.allCases.map(\.rawValue).joined(separator: ", ")).",
            completion: .list(FileSchema.allCases.map(\.rawValue)))
        var name = FileSchema.check.rawValue

        func run() throws {
            guard let schema = FileSchema(rawValue: name) else {
                let known = FileSchema.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure.input("there is no schema '\(name)'; known are \(known)")
            }
            Console.write(ByteSink.bytes { schema.write(to: $0) })
        }
    }
}
