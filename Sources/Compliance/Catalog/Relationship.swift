/// How one concept relates to another, in the words of NIST IR 8477 as OSCAL spells them.
public enum Relationship: String, Sendable, Hashable, Codable, CaseIterable {
    case equalTo = "equal-to"
    case equivalentTo = "equivalent-to"
    case subsetOf = "subset-of"
    case supersetOf = "superset-of"
    case intersectsWith = "intersects-with"
    case noRelationship = "no-relationship"
}

extension Relationship {
    /// Whether a failure of the first concept fails the second: what is a part of it, or the same.
    public var failsTheWhole: Bool {
        switch self {
        case .equalTo, .equivalentTo, .subsetOf: true
        case .supersetOf, .intersectsWith, .noRelationship: false
        }
    }

    /// Whether the first concept, when shown, shows the second whole.
    public var showsTheWhole: Bool {
        switch self {
        case .equalTo, .equivalentTo, .supersetOf: true
        case .subsetOf, .intersectsWith, .noRelationship: false
        }
    }

    /// The relationship read from the second concept.
    public var reversed: Relationship {
        switch self {
        case .subsetOf: .supersetOf
        case .supersetOf: .subsetOf
        case .equalTo, .equivalentTo, .intersectsWith, .noRelationship: self
        }
    }
}
