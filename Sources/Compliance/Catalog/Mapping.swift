/// How the items of one framework relate to those of another, as one publisher sees it.
///
/// It is stored in one direction; the other is derived. The words are those of NIST IR 8477,
/// <https://doi.org/10.6028/NIST.IR.8477>, as OSCAL spells them.
public struct Mapping: Sendable, Hashable {
    /// What the rows say, IR 8477 §4.
    public enum Style: String, Sendable, Hashable, Codable, CaseIterable {
        /// The items are compared as sets of requirements; something can be inferred.
        case setTheory = "set-theory"
        /// The items are related and nothing more is said; nothing can be inferred.
        case conceptCrosswalk = "concept-crosswalk"
    }

    /// Whose judgement the rows are.
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        /// The pairs are printed in the named document; where it names no relationship, none is claimed.
        case published
        /// The pairs, or how they relate, are our own judgement.
        case ours
    }

    /// Identifier: `<source>--<target>`, and `--<publisher>` where there are several.
    public let id: MappingID
    /// Full title.
    public let title: String
    /// The framework whose items come first in each row.
    public let source: FrameworkID
    /// The framework whose items come second.
    public let target: FrameworkID
    /// What the rows say.
    public let style: Style
    /// Version of the mapping.
    public let version: String
    /// Whose judgement it is.
    public let status: Status
    /// The document that it is printed in, or that it rests on.
    public let document: String
    /// Licence of the mapping.
    public let licence: String
    /// The credit that the licence asks for, and what of it is ours.
    public let attribution: String
    /// The pairs, as they stand in the file.
    public let rows: [MappingRow]
    /// SHA-256 of the file.
    public let digest: String

    /// A mapping.
    public init(
        id: MappingID, title: String, source: FrameworkID, target: FrameworkID, style: Style, version: String,
        status: Status, document: String, licence: String, attribution: String, rows: [MappingRow], digest: String
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.target = target
        self.style = style
        self.version = version
        self.status = status
        self.document = document
        self.licence = licence
        self.attribution = attribution
        self.rows = rows
        self.digest = digest
    }

    /// The rows of one direction, sorted by the item that comes first.
    public func rows(reversed: Bool) -> [MappingRow] {
        (reversed ? rows.map(\.reversed) : rows).sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }
}
