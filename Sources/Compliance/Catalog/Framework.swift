/// A control framework: its items and where they come from.
public struct Framework: Sendable, Hashable {
    /// Identifier with edition.
    public let id: FrameworkID
    /// Full title.
    public let title: String
    /// Short name for headings and tables.
    public let shortName: String
    /// Who publishes it.
    public let publisher: String
    /// Edition as the publisher names it.
    public let edition: String
    /// Date of publication, YYYY-MM-DD.
    public let published: String
    /// Where the published text is.
    public let source: String
    /// Licence of the published text.
    public let licence: String
    /// The credit that the licence asks for, and what of the text is ours.
    public let attribution: String
    /// Whether it is assessed when no framework is named.
    public let isDefault: Bool
    /// Items in published order, parents before children.
    public let controls: [Control]

    /// A framework.
    public init(
        id: FrameworkID, title: String, shortName: String, publisher: String, edition: String, published: String,
        source: String, licence: String, attribution: String, isDefault: Bool = true, controls: [Control]
    ) {
        self.id = id
        self.title = title
        self.shortName = shortName
        self.publisher = publisher
        self.edition = edition
        self.published = published
        self.source = source
        self.licence = licence
        self.attribution = attribution
        self.isDefault = isDefault
        self.controls = controls
    }
}
