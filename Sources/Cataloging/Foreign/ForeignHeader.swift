/// The words that people write above the columns of a mapping.
enum ForeignHeader {
    /// What a column holds.
    enum Role {
        case source, target, sourceTitle, targetTitle, sourceFramework, targetFramework, relation, reason
    }

    private static let roles: [String: Role] = {
        let words: [(Role, String)] = [
            (.sourceFramework, "source framework, source document, source catalog, source standard, focal document"),
            (
                .source,
                "source, source id, source control, source control id, source reference, source item, from, from id"
            ),
            (.source, "focal document element, fde, fde id, id"),
            (.sourceTitle, "source title, source name, source label, from title, fde title, title, name"),
            (
                .targetFramework,
                "target framework, target document, target catalog, target standard, reference document"
            ),
            (.targetFramework, "framework, standard, framework standard"),
            (.target, "target, target id, target control, target control id, target reference, target item, to, to id"),
            (.target, "reference document element, rde, rde id, reference, references, control, controls, identifier"),
            (.target, "control reference, controls references, control id, control ids, mapped to, maps to, ref"),
            (.target, "mapped control, mapped controls, mapping, related"),
            (
                .targetTitle,
                "target title, target name, target label, to title, rde title, label, control title, control name"
            ),
            (.relation, "relationship, relation, relationship type, mapping type, strm relationship"),
            (.relation, "set theory relationship"),
            (.reason, "rationale, reason, because, justification, relevance, comment, comments, note, notes, why"),
            (.reason, "explanation, strm rationale, applicability"),
        ]
        var roles: [String: Role] = [:]
        for (role, list) in words {
            for word in list.split(separator: ",") { roles[ReferenceTokens(String(word)).key] = role }
        }
        return roles
    }()

    /// What the column under a header holds; nil when the header alone does not tell.
    static func role(of words: String) -> Role? {
        // "How it applies", "How it relates to the entry".
        roles[words] ?? (words.hasPrefix("how it ") ? .reason : nil)
    }

    /// Headers that may as well stand above prose.
    static let weak: Set<String> = ["control", "controls", "ref", "mapping", "related"]
    /// Words for an item; beside a column of identifiers, its title stands under them.
    static let kinds: Set<String> = [
        "category", "control", "layer", "requirement", "risk", "subcategory", "threat",
    ]
    /// Words before the name of a framework that say nothing of which.
    static let leading: Set<String> = ["key", "main", "mapped", "primary", "related", "relevant", "secondary"]
    /// Words behind the name of a framework that say nothing of which.
    static let trailing: Set<String> = [
        "category", "code", "control", "controls", "entries", "entry", "id", "ids", "item", "items", "layer", "layers",
        "ref", "reference", "references", "risk", "risks", "subcategories", "subcategory", "threat", "threats",
    ]
}
