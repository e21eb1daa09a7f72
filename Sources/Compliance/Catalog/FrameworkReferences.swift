/// How people refer to a framework and its items, beside the identifiers themselves.
public struct FrameworkReferences: Sendable, Hashable {
    /// A spelling that stands for the beginning of an identifier: `GV` for `govern`.
    public struct Alias: Sendable, Hashable {
        /// What people write.
        public let spelling: String
        /// The beginning of an identifier that it stands for.
        public let stands: String
        /// What to say to who writes it so; nil for a spelling that is as good as the identifier.
        public let warning: String?

        /// A spelling.
        public init(spelling: String, stands: String, warning: String? = nil) {
            self.spelling = spelling
            self.stands = stands
            self.warning = warning
        }
    }

    /// An edition or draft whose numbering no longer counts.
    public struct RetiredEdition: Sendable, Hashable {
        /// Its name, as in "LLM03 of *the list of 2023*".
        public let name: String
        /// The year that stands behind its identifiers, when one does.
        public let year: String?
        /// Its items.
        public let items: [RetiredItem]

        /// An edition.
        public init(name: String, year: String?, items: [RetiredItem]) {
            self.name = name
            self.year = year
            self.items = items
        }
    }

    /// An item of a retired edition.
    public struct RetiredItem: Sendable, Hashable {
        /// Its identifier in that edition.
        public let id: String
        /// Its title there.
        public let title: String
        /// The items in force that are nearest to it.
        public let now: [ControlID]

        /// An item.
        public init(id: String, title: String, now: [ControlID]) {
            self.id = id
            self.title = title
            self.now = now
        }
    }

    /// Names of the framework as people write them.
    public let labels: [String]
    /// Spellings of its identifiers.
    public let aliases: [Alias]
    /// Editions and drafts whose numbering no longer counts.
    public let retired: [RetiredEdition]
    /// Whether the items were published with titles of their own.
    ///
    /// Where they were not, a title in a reference is compared by meaning only.
    public let hasPublishedTitles: Bool
    /// The framework whose items its groups are: a reference to one means the item, not the group.
    public let groupsOf: FrameworkID?

    /// References to a framework.
    public init(
        labels: [String] = [], aliases: [Alias] = [], retired: [RetiredEdition] = [], hasPublishedTitles: Bool = true,
        groupsOf: FrameworkID? = nil
    ) {
        self.labels = labels
        self.aliases = aliases
        self.retired = retired
        self.hasPublishedTitles = hasPublishedTitles
        self.groupsOf = groupsOf
    }
}
