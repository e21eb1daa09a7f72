internal import Compliance

/// A mapping as a Gemara MappingDocument.
///
/// Gemara's words say what an item does for another: a part `supports` the whole, a whole `subsumes` its part; rows of a
/// concept crosswalk and intersections are `relates-to`. An item that no row names is left out: nobody said it has no
/// counterpart. https://github.com/gemaraproj/gemara/blob/main/mappingdocument.cue
struct GemaraMapping {
    let mapping: Mapping
    let assessment: Assessment

    var tree: PlainTree {
        let ends = [mapping.source, mapping.target]
        let frameworks = ends.compactMap(assessment.catalog.framework)
        let head = GemaraHead(assessment: assessment)
        return .object([
            ("title", .text(SafeText.line(mapping.title))),
            (
                "metadata",
                head.metadata(
                    "MappingDocument", id: mapping.id.rawValue,
                    about: "\(mapping.style.rawValue), \(mapping.status.rawValue). Rests on \(mapping.document). "
                        + "\(mapping.licence). \(mapping.attribution)",
                    references: GemaraHead.references(frameworks))
            ), ("source-reference", end(mapping.source, mapping.rows.map(\.source))),
            ("target-reference", end(mapping.target, mapping.rows.map(\.target))),
            ("mappings", .list(mapping.rows(reversed: false).map(Self.row))),
        ])
    }

    private func end(_ framework: FrameworkID, _ items: [ControlID]) -> PlainTree {
        .object([("reference-id", .text(framework.rawValue)), ("entry-type", .text(type(of: items)))])
    }

    /// Gemara wants one type for all items of a side: that of most.
    private func type(of items: [ControlID]) -> String {
        let kinds = Dictionary(grouping: items.compactMap { assessment.catalog.control($0)?.kind }) { $0 }
        let most = kinds.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }?.key
        switch most {
        case .risk: return "Threat"
        case .control: return "Control"
        case .outcome, .group, nil: return "Guideline"
        }
    }

    private static func row(_ row: MappingRow) -> PlainTree {
        let word = word(row.relationship)
        let why = SafeText.line(row.because)
        var members: [(key: String, value: PlainTree)] = [
            ("id", .text(SafeText.line("\(row.source.item)--\(row.target.item)"))),
            ("source", .text(SafeText.line(row.source.item))), ("relationship", .text(word)),
        ]
        // A row without a counterpart has no target; which item it was compared with stands in the remarks.
        if word == "no-match" {
            members.append(("remarks", .text("Compared with \(row.target.item): \(why)")))
        } else {
            members.append(
                (
                    "targets",
                    .list([.object([("entry-id", .text(SafeText.line(row.target.item))), ("rationale", .text(why))])])
                ))
        }
        return .object(members)
    }

    /// Gemara's word for a relationship, in the direction of the row.
    static func word(_ relationship: Relationship?) -> String {
        switch relationship {
        case .equalTo, .equivalentTo: "equivalent"
        case .subsetOf: "supports"
        case .supersetOf: "subsumes"
        case .noRelationship: "no-match"
        case .intersectsWith, nil: "relates-to"
        }
    }
}
