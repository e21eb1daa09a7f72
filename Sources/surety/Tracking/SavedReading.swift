internal import Compliance
internal import Documents
internal import Tracking

/// Reads what `assessment.json` says into facts; what is not as Surety writes it is refused with its line.
struct SavedReading {
    let path: String

    /// The snapshot of a whole file.
    ///
    /// - Throws: `Failure` when a member is missing or of another kind.
    func snapshot(_ root: Node) throws -> Snapshot {
        var draft = SnapshotDraft()
        try subjects(root, &draft)
        try catalog(member("catalog", of: root), &draft)
        try verdicts(root, &draft)
        let waivers = try list("waivers", of: root)
        try people(root, waivers, &draft)
        for gap in try list("gaps", of: root) { try add(gap, waivers, &draft) }
        guard let at = Clock.parse(try text("at", of: root)) else { throw malformed("at", root) }
        return draft.snapshot(
            at: at, tool: try text("version", of: member("tool", of: root)),
            catalogDigest: try text("digest", of: member("catalog", of: root)),
            evidenceDigest: try text("evidence_digest", of: root))
    }

    private func subjects(_ root: Node, _ draft: inout SnapshotDraft) throws {
        for node in try list("autonomy", of: root) {
            draft.autonomy(of: try text("agent", of: node), try text("class", of: node))
        }
        for node in try list("agents", of: root) {
            draft.agent(try text("id", of: node), product: try text("product", of: node))
        }
        for node in try list("artifacts", of: member("evidence", of: root)) {
            draft.artifact(
                try text("path", of: node), status: try text("status", of: node), sha256: node["sha256"]?.string ?? "")
        }
    }

    private func catalog(_ catalog: Node, _ draft: inout SnapshotDraft) throws {
        for node in try list("frameworks", of: catalog) {
            let items = try list("controls", of: node).map { item in
                [try text("id", of: item), item["parent"]?.string ?? ""]
                    + (try ["kind", "title", "statement"].map { try text($0, of: item) })
            }
            draft.framework(try text("id", of: node), edition: try text("edition", of: node), items: items)
        }
        for node in try list("mappings", of: catalog) {
            draft.mapping(
                try text("id", of: node), version: try text("version", of: node), sha256: try text("sha256", of: node))
        }
        for node in try list("checks", of: catalog) {
            let weights = try (node["weighs"]?.elements ?? []).map { weight in
                "\(try text("severity", of: weight)) \(try text("when", of: weight))"
            }
            draft.check(
                try text("id", of: node),
                definition: [
                    try text("subject", of: node), node["when"]?.string ?? "", try text("assert", of: node),
                    try text("severity", of: node),
                ] + weights + (node["products"]?.elements ?? []).compactMap(\.string),
                items: try list("mappings", of: node).map { row in
                    (try text("control", of: row), try text("relationship", of: row))
                })
        }
    }

    private func verdicts(_ root: Node, _ draft: inout SnapshotDraft) throws {
        for node in try list("checks", of: root) {
            draft.verdict(
                of: try text("check", of: node), on: try text("agent", of: node), try verdict(node),
                reason: node["reason"]?.string ?? "",
                findings: try list("findings", of: node).map { finding in
                    (
                        try verdict(finding), try text("value_digest", of: finding),
                        try list("citations", of: finding).map { try text("artifact", of: $0) }
                    )
                })
        }
        for node in try list("controls", of: root) {
            draft.control(
                try text("control", of: node), of: try text("agent", of: node), verdict: try verdict(node),
                extent: try text("extent", of: node))
        }
    }

    private func people(_ root: Node, _ waivers: [Node], _ draft: inout SnapshotDraft) throws {
        for node in try list("statements", of: root) {
            guard let standing = Statement.Standing(word: try text("standing", of: node), reason: node["why"]?.string)
            else { throw malformed("standing", node) }
            draft.statement(
                about: node["control"]?.string ?? node["check"]?.string ?? "", agent: try text("agent", of: node),
                by: try text("by", of: node), on: try text("stated_on", of: node),
                said: [try text("claim", of: node), node["document_sha256"]?.string ?? ""],
                until: try text("expires_on", of: node), standing: standing,
                origin: node["origin"]?.string.flatMap(Statement.Origin.init) ?? .selfReported)
        }
        for node in waivers {
            draft.waiver(
                about: node["gap"]?.string ?? node["check"]?.string ?? "", agent: node["agent"]?.string ?? "",
                by: try text("approver", of: node), until: try text("expires_on", of: node),
                accepts: try text("accepts", of: node), lapsed: node["lapsed"]?.string)
        }
    }

    /// Takes a gap that rests on evidence; questions to people are gaps of registers alone.
    private func add(_ node: Node, _ waivers: [Node], _ draft: inout SnapshotDraft) throws {
        let cause = try text("cause", of: node)
        guard cause != Gap.Cause.missingStatement.rawValue else { return }
        guard Gap.Cause(rawValue: cause) != nil else { throw malformed("cause", node) }
        guard let severity = Severity(rawValue: try text("severity", of: node)) else {
            throw malformed("severity", node)
        }
        let waiver = try node["waiver"]?.integer.map { place in
            guard waivers.indices.contains(place) else { throw malformed("waiver", node) }
            return try text("expires_on", of: waivers[place])
        }
        let place = node["citations"]?.elements.first.map { citation in
            Citation(
                artifact: citation["artifact"]?.string ?? "", sha256: nil, line: citation["line"]?.integer,
                column: citation["column"]?.integer, pointer: nil
            ).place
        }
        draft.gap(
            id: try text("id", of: node), agent: try text("agent", of: node), check: node["check"]?.string,
            cause: cause, severity: severity,
            title: try node["detail"]?.elements.first?.string ?? text("title", of: node), place: place ?? "",
            waivedUntil: waiver, owner: node["owner"]?.string)
    }

    private func verdict(_ node: Node) throws -> String {
        let word = try text("verdict", of: node)
        guard Verdict(rawValue: word) != nil else { throw malformed("verdict", node) }
        return word
    }

    private func member(_ key: String, of node: Node) throws -> Node {
        guard let member = node[key] else { throw malformed(key, node) }
        return member
    }

    private func list(_ key: String, of node: Node) throws -> [Node] {
        let member = try member(key, of: node)
        guard member.isArray else { throw malformed(key, node) }
        return member.elements
    }

    private func text(_ key: String, of node: Node) throws -> String {
        guard let text = node[key]?.string else { throw malformed(key, node) }
        return text
    }

    private func malformed(_ key: String, _ node: Node) -> Failure {
        .input("\(path):\(node.position.line): '\(key)' is missing, or not as Surety writes it")
    }
}
