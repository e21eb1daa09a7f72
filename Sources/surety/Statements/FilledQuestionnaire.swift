internal import Documents
internal import Reporting

/// A questionnaire that comes back: YAML, CSV, or Markdown.
enum FilledQuestionnaire {
    /// An answer with the line on which it stands.
    struct Answer {
        let draft: StatementDraft
        let line: Int
    }

    /// The answers that somebody filled in; empty ones state nothing and are left out.
    ///
    /// - Throws: `Failure` when the file is not one of the three forms, or an answer lacks what a statement needs.
    static func read(_ bytes: [UInt8], path: String) throws -> [Answer] {
        let answers: [Answer] =
            switch path.split(separator: ".").last {
            case "csv": try table(bytes, path)
            case "md", "markdown": markdown(String(decoding: bytes, as: UTF8.self))
            case "yaml", "yml": try yaml(bytes, path)
            default: throw Failure.input("\(path) is none of .yaml, .csv and .md")
            }
        let filled = answers.filter { !$0.draft.isBlank }
        for answer in filled where !answer.draft.missing.isEmpty {
            throw Failure.input(
                "\(path):\(answer.line): an answer without \(answer.draft.missing.joined(separator: ", "))")
        }
        return filled
    }

    private static func table(_ bytes: [UInt8], _ path: String) throws -> [Answer] {
        let records = try Failure.asInput(about: path) { try CSVRecord.read(bytes) }
        guard let header = records.first?.fields.map(\.text) else { return [] }
        guard header.contains("claim"), header.contains("control") || header.contains("check") else {
            throw Failure.input(
                "\(path) has no columns claim and control: `surety statement template --format csv` has them")
        }
        return records.dropFirst().map { record in
            let pairs = zip(header, record.fields.map(\.text)).filter { StatementDraft.fields.contains($0.0) }
            let values = Dictionary(pairs.map { ($0.0, unguarded($0.1)) }) { first, _ in first }
            return Answer(draft: StatementDraft(values), line: record.line)
        }
    }

    /// A cell without the apostrophe by which a writer keeps a spreadsheet from calculating it.
    private static func unguarded(_ cell: String) -> String {
        guard cell.first == "'", let next = cell.dropFirst().first, "=+-@\t".contains(next) else { return cell }
        return String(cell.dropFirst())
    }

    /// Lines `- field: value` under a heading of the second level.
    private static func markdown(_ text: String) -> [Answer] {
        var answers: [Answer] = []
        var values: [String: String] = [:]
        var start = 1
        func close() {
            if !values.isEmpty { answers.append(Answer(draft: StatementDraft(values), line: start)) }
            values = [:]
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("## ") {
                close()
                start = index + 1
            }
            guard line.hasPrefix("- "), let colon = line.firstIndex(of: ":") else { continue }
            let field = String(line[line.index(line.startIndex, offsetBy: 2)..<colon])
            guard StatementDraft.fields.contains(field) else { continue }
            values[field] = plain(line[line.index(after: colon)...])
        }
        close()
        return answers
    }

    private static func plain(_ text: Substring) -> String {
        let text = text.drop { $0 == " " }.replacing("\r", with: "")
        guard text.count > 1, text.first == "`", text.last == "`" else { return String(text) }
        return String(text.dropFirst().dropLast())
    }

    private static func yaml(_ bytes: [UInt8], _ path: String) throws -> [Answer] {
        let document = try Failure.asInput(about: path) { try Document(bytes, as: .yaml) }
        return (document.root["statements"]?.elements ?? []).map { entry in
            let pairs = entry.members.compactMap { member in member.value.string.map { (member.key, $0) } }
            return Answer(
                draft: StatementDraft(Dictionary(pairs) { first, _ in first }), line: entry.position.line)
        }
    }
}
