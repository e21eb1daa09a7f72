internal import Documents

/// What the columns of a table are, from headers as people write them.
struct ForeignColumns {
    /// A column with references, and those that belong to it.
    struct References {
        let column: Int
        /// The framework that the header names.
        let label: String?
        var title: Int?
        var framework: Int?
    }

    private(set) var source: References?
    private(set) var targets: [References] = []
    private(set) var relationship: Int?
    private(set) var rationale: Int?
    /// Whether only a column of identifiers tells that the table holds references.
    private(set) var isGuess = false

    /// The roles of a header's columns; nil when none holds references.
    init?(_ grid: ForeignGrid, _ resolver: ReferenceResolver) {
        let header = grid.header
        var titles: [(role: ForeignHeader.Role, column: Int, label: String?)] = []
        var frameworks: [(role: ForeignHeader.Role, column: Int)] = []
        for (column, field) in header.enumerated() {
            let words = ReferenceTokens(field.text).key
            switch ForeignHeader.role(of: words) {
            case .target
            where ForeignHeader.weak.contains(words) && !resolver.areReferences(grid.rows.map { $0[column].text }):
                continue
            case .source where source == nil: source = References(column: column, label: nil)
            case .source, .target: targets.append(References(column: column, label: nil))
            case .relation: relationship = relationship ?? column
            case .reason: rationale = rationale ?? column
            case .some(let role) where role == .sourceTitle || role == .targetTitle: titles.append((role, column, nil))
            case .some(let role): frameworks.append((role, column))
            case nil: named(field.text, column, &titles, resolver)
            }
        }
        settle(header, &titles)
        guard !targets.isEmpty else { return nil }
        for title in titles { attach(title, resolver) }
        for (role, column) in frameworks {
            if role == .sourceFramework { source?.framework = column } else { targets[0].framework = column }
        }
    }

    /// Which of the columns is mapped to which, where the headers leave it open.
    private mutating func settle(
        _ header: [CSVRecord.Field], _ titles: inout [(role: ForeignHeader.Role, column: Int, label: String?)]
    ) {
        func words(_ column: Int) -> String { ReferenceTokens(header[column].text).key }
        if let only = source, words(only.column) == "id",
            targets.allSatisfy({ ForeignHeader.kinds.contains(words($0.column)) })
        {
            // "Subcategory, ID" or "ID, Control": an identifier and its title.
            titles += targets.prefix(1).map { (.targetTitle, $0.column, nil) }
            if targets.isEmpty, let kind = header.indices.first(where: { ForeignHeader.kinds.contains(words($0)) }) {
                titles.append((.targetTitle, kind, nil))
            }
            targets = [only]
            source = nil
            isGuess = true
        }
        if source == nil && targets.count > 1 { source = targets.removeFirst() }
    }

    /// A header that names a framework: "NIST AI RMF", "ASI id", "ASI title".
    private mutating func named(
        _ text: String, _ column: Int, _ titles: inout [(role: ForeignHeader.Role, column: Int, label: String?)],
        _ resolver: ReferenceResolver
    ) {
        var words = ReferenceTokens(text).tokens.map(\.text)
        let isTitle = words.last.map { ["title", "name", "label", "description"].contains($0) } ?? false
        if isTitle { words.removeLast() }
        while let last = words.last, words.count > 1, ForeignHeader.trailing.contains(last) { words.removeLast() }
        while let first = words.first, words.count > 1, ForeignHeader.leading.contains(first) { words.removeFirst() }
        let label = words.joined(separator: " ")
        guard resolver.isLabel(label) else { return }
        if isTitle {
            titles.append((.targetTitle, column, label))
        } else {
            targets.append(References(column: column, label: label))
        }
    }

    private mutating func attach(
        _ title: (role: ForeignHeader.Role, column: Int, label: String?), _ resolver: ReferenceResolver
    ) {
        if let label = title.label {
            // "RMF label" beside "NIST AI RMF": two names of one framework.
            func isSame(_ other: String?) -> Bool { other.map { resolver.namesTheSame($0, label) } ?? false }
            if isSame(source?.label) {
                source?.title = title.column
            } else if let index = targets.firstIndex(where: { isSame($0.label) }) {
                targets[index].title = title.column
            }
        } else if title.role == .sourceTitle {
            source?.title = title.column
            // In a table without source, the one title is that of the reference.
            if source == nil { targets[0].title = title.column }
        } else {
            targets[0].title = title.column
        }
    }
}
