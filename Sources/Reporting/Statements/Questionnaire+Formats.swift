internal import Compliance

extension Questionnaire {
    /// The columns of the questionnaire as a table: what is asked, then what is to be filled in.
    public static let columns = ["question"] + StatementDraft.fields

    /// The questions as CSV, one row each, for a spreadsheet.
    public var csv: [UInt8] {
        ByteSink.bytes { sink in
            let csv = CSVText(sink: sink)
            csv.row(Self.columns)
            for entry in entries {
                csv.row(
                    Self.columns.map { column in
                        switch column {
                        case "question": question(entry.control)
                        case "agent": entry.agent?.rawValue ?? ""
                        case "control": entry.control.rawValue
                        default: ""
                        }
                    })
            }
        }
    }

    /// The questions as Markdown: a section for each, with lines to fill in.
    public var markdown: String {
        var text = """
            # Questions that configuration cannot answer

            Fill in what you can behind the colons and leave the rest empty. `method` is examine when a document shows it, interview
            when a person says it; dates are YYYY-MM-DD; `document` is a path, `document_sha256` what `sha256sum` prints for it.
            Then: `surety statement import FILE --output statements.yaml`

            """
        for entry in entries {
            text +=
                "\n## \(MarkdownText.text(entry.control.rawValue))\n\n\(MarkdownText.text(question(entry.control)))\n\n"
            for field in StatementDraft.fields where field != "check" {
                let value =
                    switch field {
                    case "agent": entry.agent?.rawValue ?? ""
                    case "control": entry.control.rawValue
                    default: ""
                    }
                if field != "agent" || !value.isEmpty {
                    text += value.isEmpty ? "- \(field):\n" : "- \(field): \(MarkdownText.code(value))\n"
                }
            }
        }
        return text
    }

    private func question(_ id: ControlID) -> String {
        let control = catalog.control(id)
        return SafeText.line("\(id.item) \(control?.title ?? ""): \(control?.question ?? control?.demand ?? "")")
    }
}
