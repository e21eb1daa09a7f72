internal import ArgumentParser
internal import Compliance

/// `surety catalog`: the frameworks.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "List, show, check, export and import the frameworks; check OSCAL.",
        subcommands: [
            List.self, Profiles.self, Show.self, Diff.self, Lint.self, CatalogExport.self, CatalogImport.self,
            CatalogValidate.self,
        ])

    /// `surety catalog list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the frameworks.")

        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let rows = try judging.catalog().frameworks.map { framework in
                let items = framework.controls.filter { $0.kind != .group }
                return [framework.id.rawValue, String(items.count), framework.edition, framework.title]
            }
            Console.say(
                TextTable(header: ["FRAMEWORK", "ITEMS", "EDITION", "TITLE"], rows: rows).lines.joined(separator: "\n"))
        }
    }

    /// `surety catalog show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show every item of a framework, or a profile.")

        @Argument(help: "Identifier of the framework or profile.") var id: String
        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let catalog = try judging.catalog()
            if let profile = catalog.profile(ProfileID(id)) {
                return Console.say(try Failure.asInput { try Explanation.text(of: profile, in: catalog) })
            }
            guard let framework = catalog.framework(FrameworkID(id)) else {
                throw Failure.input("there is no framework or profile '\(id)'")
            }
            Console.say(Explanation.text(of: framework))
            for control in framework.controls {
                let depth = control.parent == nil ? "" : "  "
                Console.say("\(depth)\(control.id.item)  \(control.title)")
                if control.kind != .group { Console.say("\(depth)    \(control.statement)") }
            }
        }
    }
}
