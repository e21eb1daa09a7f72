public import Compliance

/// The checks of a catalog as one Markdown page, grouped by area: `catalogs/CHECKS.md`.
public struct CheckReference {
    private let catalog: Catalog

    /// The checks of a catalog.
    public init(_ catalog: Catalog) {
        self.catalog = catalog
    }

    /// Writes the page; the same checks give the same bytes.
    public func write(to sink: ByteSink) {
        let areas = Dictionary(grouping: catalog.checks, by: \.id.area).sorted { $0.key < $1.key }
        sink.append(
            """
            <!-- Written by `surety check docs`: change the checks, not this page. -->

            # Checks

            \(catalog.checks.count) checks in \(areas.count) areas. Each is one file, `checks/<area>/<name>.yaml`; its title is a \
            sentence that is true of a good agent. `surety explain ID` shows one with its expressions.

            | area | checks | critical | high | medium | low | info |
            |---|---|---|---|---|---|---|

            """)
        for (area, checks) in areas {
            let counts = Severity.allCases.sorted(by: >).map { severity in
                String(checks.count { $0.severity == severity })
            }
            sink.append("| [\(area)](#\(area)) | \(checks.count) | \(counts.joined(separator: " | ")) |\n")
        }
        for (area, checks) in areas {
            sink.append("\n## \(area)\n")
            for check in checks.sorted(by: { $0.id < $1.id }) { write(check, to: sink) }
        }
    }

    private func write(_ check: Check, to sink: ByteSink) {
        let about = check.products.isEmpty ? "" : " · about \(check.products.joined(separator: ", "))"
        sink.append(
            """

            ### \(check.id)

            **\(MarkdownText.text(check.title))**

            \(check.severity.rawValue) · \(check.method.rawValue) · judges rows of `\(check.subject.rawValue)`\
            \(MarkdownText.text(about))

            \(MarkdownText.text(check.rationale))

            \(MarkdownText.remedy(check.remediation))


            """)
        for parameter in check.parameters {
            sink.append("- value: `\(parameter.name)` = \(MarkdownText.text(parameter.words)), ")
            sink.append("\(MarkdownText.text(parameter.label))\n")
        }
        for mapping in check.mappings {
            let title = catalog.control(mapping.control)?.title ?? ""
            sink.append("- `\(mapping.control)` \(MarkdownText.text(title)) (\(mapping.relationship.rawValue)): ")
            sink.append("\(MarkdownText.text(mapping.because))\n")
        }
        for reference in check.references { sink.append("- <\(reference.filter { $0 != ">" && $0 != "<" })>\n") }
    }
}
