internal import ArgumentParser
internal import Compliance
internal import Reporting

extension CatalogCommand {
    /// `surety catalog diff`: two editions side by side.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what became of the items of one framework in another.",
            discussion: """
                For editions of one framework: which items stayed, which got another number, which ids now name something else. \
                Relations come from the mapping between the two.

                Example:
                  surety catalog diff owasp-llm-2025 owasp-llm-2026
                """)

        @Argument(help: "The older framework.") var older: String
        @Argument(help: "The newer framework.") var newer: String
        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let catalog = try judging.catalog()
            let frameworks = try [older, newer].map { id in
                guard let framework = catalog.framework(FrameworkID(id)) else {
                    throw Failure.input("there is no framework '\(id)'")
                }
                return framework
            }
            let difference = FrameworkDifference(
                from: frameworks[0], to: frameworks[1], mappings: catalog.mappings)
            let rows = difference.changes.map { row($0, catalog).map(PlainText.oneLine) }
            Console.say(
                TextTable(header: ["CHANGE", "IN \(older)", "IN \(newer)", "TITLE"], rows: rows).lines.joined(
                    separator: "\n"))
            guard !difference.reused.isEmpty else { return }
            Console.say("\nThese ids name something else than before; a reference needs its edition:")
            for id in difference.reused {
                let before = catalog.control(ControlID(FrameworkID(older), id.item))?.title ?? ""
                Console.say(
                    PlainText.oneLine("  \(id.item): \(before) → \(catalog.control(id)?.title ?? "")"))
            }
        }

        private func row(_ change: FrameworkDifference.Change, _ catalog: Catalog) -> [String] {
            let title = { (id: ControlID) in catalog.control(id)?.title ?? "" }
            switch change {
            case .kept(let id): return ["kept", id.item, id.item, title(id)]
            case .renumbered(let from, let to): return ["renumbered", from.item, to.item, title(to)]
            case .related(let from, let to, let relationship):
                return [relationship?.rawValue ?? "related", from.item, to.item, "\(title(from)) → \(title(to))"]
            case .removed(let id): return ["removed", id.item, "", title(id)]
            case .added(let id): return ["added", "", id.item, title(id)]
            }
        }
    }
}
