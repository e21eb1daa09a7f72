/// What judges: frameworks, checks and mappings, and the digest of everything they were loaded from.
public struct Catalog: Sendable {
    /// Frameworks, sorted by identifier.
    public let frameworks: [Framework]
    /// Checks, sorted by identifier.
    public let checks: [Check]
    /// Mappings between the frameworks, sorted by identifier.
    public let mappings: [Mapping]
    /// Profiles, sorted by identifier.
    public let profiles: [Profile]
    /// What a profile has made of the catalog; nil when none was asked for.
    public let tailoring: Tailoring?
    /// SHA-256 over the sources of all frameworks, checks, mappings and profiles: two assessments with the same digest
    /// and profile were judged alike.
    public let digest: String

    private let controlIndex: [ControlID: Control]
    private let checkIndex: [CheckID: Check]

    /// A catalog.
    public init(
        frameworks: [Framework], checks: [Check], mappings: [Mapping] = [], profiles: [Profile] = [],
        tailoring: Tailoring? = nil, digest: String
    ) {
        self.frameworks = frameworks.sorted { $0.id < $1.id }
        self.checks = checks.sorted { $0.id < $1.id }
        self.mappings = mappings.sorted { $0.id < $1.id }
        self.profiles = profiles.sorted { $0.id < $1.id }
        self.tailoring = tailoring
        self.digest = digest
        self.controlIndex = Dictionary(
            frameworks.flatMap(\.controls).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.checkIndex = Dictionary(checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The item with an identifier.
    public func control(_ id: ControlID) -> Control? { controlIndex[id] }

    /// The framework with an identifier.
    public func framework(_ id: FrameworkID) -> Framework? { frameworks.first { $0.id == id } }

    /// The check with an identifier.
    public func check(_ id: CheckID) -> Check? { checkIndex[id] }

    /// The same catalog with more checks, which come from something with a digest.
    public func adding(_ more: [Check], digest other: String) -> Catalog {
        Catalog(
            frameworks: frameworks, checks: checks + more, mappings: mappings, profiles: profiles, tailoring: tailoring,
            digest: other.isEmpty ? digest : "\(digest)+\(other)")
    }

    /// The same checks with the frameworks that are assessed when none is named.
    public var selectingDefaults: Catalog { selecting(Set(frameworks.filter(\.isDefault).map(\.id))) }

    /// The same checks with some of the frameworks only, and the mappings between them.
    public func selecting(_ ids: Set<FrameworkID>) -> Catalog {
        Catalog(
            frameworks: frameworks.filter { ids.contains($0.id) }, checks: checks,
            mappings: mappings.filter { ids.contains($0.source) && ids.contains($0.target) }, profiles: profiles,
            tailoring: tailoring?.selecting(ids), digest: digest)
    }
}
