import Cataloging
import Compliance
import Documents
import Testing

@testable import Reporting

/// The laws that the remedies of all built-in checks keep.
@Suite("Remedies of built-in checks")
struct RemedyLawTests {
    static let checks = (try? CatalogLoader.load(folders: []))?.checks ?? []

    private static let known = Set(ProductHead.products.values.joined()).sorted()

    /// The products whose agents can fail a check: those that it names, else any.
    ///
    /// Of those that no part names one stands for all.
    private func products(of check: Check) -> [String] {
        guard check.products.isEmpty else { return check.products }
        let parts = Remedy(check.remediation).parts
        return Self.known.filter { product in parts.contains { $0.concerns(product) } } + [
            "Claude Code on GitHub Actions", "Codex on GitHub Actions", "agent in Docker Compose", "Kilo Code",
            "kagent on Kubernetes", "MCP client", "a product of tomorrow", "",
        ]
    }

    @Test func thereAreMany() { #expect(Self.checks.count > 200) }

    @Test("They are well written", arguments: checks)
    func areWellWritten(check: Check) {
        #expect(Remedy(check.remediation, knowing: check.products).flaws == [])
        #expect(!check.remediation.isEmpty)
    }

    @Test("Every product that can fail a check finds what to do, and no other product's settings", arguments: checks)
    func areForEveryProduct(check: Check) {
        let remedy = Remedy(check.remediation, knowing: check.products)
        for product in products(of: check) {
            let own = remedy.concerning(product)
            #expect(!own.parts.isEmpty && !own.source.hasPrefix("No setting of"), "\(product)")
            guard !product.isEmpty else { continue }
            #expect(own.parts.allSatisfy { $0.heads.isEmpty || $0.concerns(product) }, "\(product)")
        }
    }

    @Test("Every product that can fail a check gets a whole line of what to do", arguments: checks)
    func giveAWholeLine(check: Check) {
        for product in products(of: check) {
            let remedy = Remedy(check.remediation, knowing: check.products).concerning(product).source
            let line = Todo.line(remedy, for: product)
            let text = line.source
            #expect((20...400).contains(text.count), "\(product): \(text)")
            #expect(text.filter { $0 == "`" }.count.isMultiple(of: 2), "\(text)")
            let words = line.map { if case .words(let words) = $0 { words } else { "" } }.joined()
            #expect(words.filter { $0 == "(" }.count == words.filter { $0 == ")" }.count, "\(text)")
            if case .words(let end)? = line.last { #expect(end.hasSuffix("."), "\(text)") }
            #expect(!text.hasPrefix("Or ") && !text.contains("\n"), "\(text)")
        }
    }

    @Test("What can be pasted is what its fence says", arguments: checks)
    func blocksParse(check: Check) {
        for case .code(let language, let lines, _) in Remedy(check.remediation).blocks {
            let code = lines.joined(separator: "\n")
            let format: Document.Format? =
                switch language {
                case "json": .json
                case "toml": .toml
                case "yaml": .yaml
                default: nil
                }
            guard let format else { continue }
            // Members of an object that the file already has.
            let whole = language == "json" ? "{\n\(code)\n}" : code
            do {
                let document = try Document(Array(whole.utf8), as: format)
                #expect(document.warnings.isEmpty && !document.root.members.isEmpty, "\(check.id): \(code)")
            } catch {
                Issue.record("\(check.id): \(error)\n\(code)")
            }
        }
    }

    /// What `surety plan` may write is no example: it names a file, and nobody has to choose a value.
    @Test("What holds as it stands names its file and leaves nothing to choose", arguments: checks)
    func applicableBlocks(check: Check) {
        for part in Remedy(check.remediation, knowing: check.products).parts where !part.applicable.isEmpty {
            #expect(!part.heads.isEmpty && !part.heads.contains(ProductHead.others), "\(check.id)")
            let file = part.file ?? ""
            #expect(
                file.contains(".") && !file.contains("<") && !file.hasPrefix("/") && !file.hasPrefix("~"), "\(file)")
            #expect(!file.contains("managed"), "\(check.id): administrators' files lie elsewhere")
            for (_, block) in part.applicable {
                // The name of the server is that of the finding.
                let text = block.replacing("<server>", with: "")
                let isExample = ["example", "<", "github.com", "company", "${"].contains { text.contains($0) }
                #expect(!isExample, "\(check.id): \(text)")
            }
        }
    }
}
