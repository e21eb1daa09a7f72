/// How one concept relates to another, in the words of NIST IR 8477 as OSCAL spells them.
public enum Relationship: String, Sendable, Hashable, Codable, CaseIterable {
    case equalTo = "equal-to"
    case equivalentTo = "equivalent-to"
    case subsetOf = "subset-of"
    case supersetOf = "superset-of"
    case intersectsWith = "intersects-with"
    case noRelationship = "no-relationship"
}
