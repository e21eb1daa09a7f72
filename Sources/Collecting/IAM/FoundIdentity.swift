internal import Compliance
internal import Documents

/// An identity of an export, with the names by which an agent may call it.
struct FoundIdentity {
    /// Who acts as it.
    struct Holder: Hashable {
        let agent: AgentID
        let actor: String
    }

    let role: CloudRole
    /// Its ARN, address or identifier, and its short name; all in lower case.
    let names: Set<String>
    let product: String
    let file: SourceFile
    let node: Node
    let pointer: String

    /// Whether its rights, or who takes it on, are those of an agent.
    let isOfAgent: Bool

    /// The names by which agents call the identities that they act as.
    static func names(in evidence: Evidence) -> Set<String> {
        Set(
            evidence[.credential].filter { $0["storage"] == "federated" }.flatMap {
                [$0["principal"].text, $0["name"].text].compactMap { $0?.lowercased() }
            })
    }

    /// The agents that name it; their credential rows get what is known of it now.
    func join(_ evidence: inout Evidence) -> [Holder] {
        var holders: Set<Holder> = []
        let rows = evidence[.credential].map { row -> Row in
            guard row["storage"] == "federated", let principal = row["principal"].text,
                names.contains(principal.lowercased())
                    || row["detector"] == "iam-role" && names.contains((row["name"].text ?? "").lowercased())
            else { return row }
            let actor = row["holder"] == "agent" ? "main" : row["holder"].text ?? "main"
            holders.insert(Holder(agent: row.agent, actor: actor))
            var known = row
            if row["scope_breadth"] == .null { known = known.setting("scope_breadth", to: Value(role.scope)) }
            if row["obtainable_by"] == .null { known = known.setting("obtainable_by", to: Value(role.openTo)) }
            if row["ttl_seconds"] == .null { known = known.setting("ttl_seconds", to: Value(role.sessionSeconds)) }
            return known
        }
        if !holders.isEmpty { evidence.replace(.credential, with: rows) }
        return holders.sorted { ($0.agent, $0.actor) < ($1.agent, $1.actor) }
    }

    /// Records it as an agent of its own.
    func stand(into recorder: inout Recorder) {
        let id = AgentID("cloud-identity@\(file.path.folder.text)#\(Redaction.redact(role.name))")
        var scribe = Scribe(id, file, for: recorder)
        scribe.declare(product: product, plans: nil)
        scribe.cover([.credential], .complete)
        scribe.cover([.permission], .partial, because: "policies outside the assessed folder are not seen")
        role.record(holder: "agent", actor: "main", at: node, pointer, &scribe)
        recorder.merge(scribe.recorder)
    }
}
