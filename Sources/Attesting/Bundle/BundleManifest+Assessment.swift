public import Compliance

extension BundleManifest {
    /// What a bundle is of: the same assessment in the same editions gives the same value.
    public static func assessed(_ assessment: Assessment, editions: [String: String]) -> JSONValue {
        let predicate = AssessmentPredicate.value(of: assessment, editions: editions)
        let named = [
            "tool", "at", "catalog", "evidence", "frameworks", "profile", "system", "statementKeys", "editions",
        ]
        var members = predicate.members.filter { named.contains($0.key) }
        members["coverage"] = coverage(assessment, predicate)
        return .object(members)
    }

    /// Counts, the unknown beside the known.
    private static func coverage(_ assessment: Assessment, _ predicate: JSONValue) -> JSONValue {
        let files = Dictionary(grouping: assessment.evidence[.artifact]) { $0["status"].text ?? "unknown" }
        let items = assessment.catalog.frameworks.map { framework in
            (framework.id.rawValue, JSONValue.integer(framework.controls.count { $0.kind != .group }))
        }
        return [
            "agents": .integer(assessment.agents.count),
            "files": .object(files.mapValues { .integer($0.count) }),
            "items": .object(Dictionary(items, uniquingKeysWith: { first, _ in first })),
            "verdicts": predicate["counts"] ?? .null,
            "selfReported": .integer(assessment.controls.count { assessment.origin(of: $0) == .selfReported }),
            "attested": .integer(assessment.controls.count { assessment.origin(of: $0) == .attested }),
            "questions": predicate["questions"] ?? .null,
        ]
    }
}
