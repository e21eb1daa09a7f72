/// A column of a register: its heading, and what stands below it.
public struct RegisterColumn: Sendable, Hashable {
    /// Where a column's values come from.
    public enum Source: Sendable, Hashable {
        /// A field of the gap.
        case field(RegisterField)
        /// The same text in every row.
        case constant(String)
    }

    /// The heading, as the tool that imports it spells it.
    public let title: String
    /// What stands below it.
    public let source: Source
    /// Other words for the field's values, for example `high` as `Very High`.
    ///
    /// A value without an entry stands as it is.
    public var words: [String: String]
    /// Of a field with several values only this one, from 1: for tools that want a column for each.
    public var part: Int?
    /// What stands between several values.
    public var separator: String
    /// How many characters the tool takes; longer texts end in an ellipsis.
    public var limit: Int

    /// Characters that a cell of a spreadsheet holds.
    public static let longest = 32_767

    /// A column.
    public init(
        _ title: String, _ source: Source, words: [String: String] = [:], part: Int? = nil, separator: String = "; ",
        limit: Int = RegisterColumn.longest
    ) {
        self.title = title
        self.source = source
        self.words = words
        self.part = part
        self.separator = separator
        self.limit = limit
    }

    /// A column of a field.
    init(
        _ title: String, _ field: RegisterField, words: [String: String] = [:], part: Int? = nil,
        separator: String = "; ", limit: Int = RegisterColumn.longest
    ) {
        self.init(title, .field(field), words: words, part: part, separator: separator, limit: limit)
    }

    /// A column that people fill in: Surety does not know what belongs there.
    static func empty(_ title: String) -> RegisterColumn { RegisterColumn(title, .constant("")) }

    /// Columns that people fill in.
    static func empty(_ titles: String...) -> [RegisterColumn] { titles.map { .empty($0) } }
}

extension RegisterColumn {
    /// What stands below the heading in the row of a gap.
    func value(of entry: RegisterEntry) -> RegisterValue {
        switch source {
        case .constant(let text): return text.isEmpty ? .none : .text(text)
        case .field(let field):
            let value = entry.value(of: field)
            guard case .list(let all) = value else { return translated(value) }
            let chosen = part.map { Array(all.dropFirst($0 - 1).prefix(1)) } ?? all
            return .list(chosen.map { words[$0] ?? $0 })
        }
    }

    private func translated(_ value: RegisterValue) -> RegisterValue {
        if case .text(let text) = value, let word = words[text] { return .text(word) }
        return value
    }
}
