internal import Compliance
internal import Documents

/// An identity of a cloud with what the files say of it: what it may do, and who may take it on.
struct CloudRole {
    /// One statement and its place.
    struct Clause {
        let statement: PolicyStatement
        let file: SourceFile
        let position: Position
        let pointer: String
    }

    /// A policy that AWS or the account keeps, known by its name.
    struct Managed {
        let title: String
        let file: SourceFile
        let position: Position
        let pointer: String
    }

    let name: String
    var clauses: [Clause] = []
    var managed: [Managed] = []
    var trust: [TrustStatement] = []
    /// Roles of other clouds that it was given.
    var grants: [(grant: CloudGrant, file: SourceFile)] = []
    /// Lifetime of one session, when it is stated.
    var sessionSeconds: Int?
    /// Why not all of its policies are known; nil when they are.
    var doubt: String?

    init(name: String) { self.name = name }

    /// Whether any of its policies is known.
    var isDescribed: Bool { !clauses.isEmpty || !managed.isEmpty || !grants.isEmpty }

    /// Adds the statements of a policy document, which may be a text in JSON.
    mutating func add(policy document: Node?, in file: SourceFile, _ pointer: String) {
        guard let document else { return }
        guard let text = document.string else {
            for (node, path) in PolicyStatement.all(in: document) {
                let statement = PolicyStatement(node)
                clauses.append(
                    Clause(statement: statement, file: file, position: node.position, pointer: pointer + path))
            }
            return
        }
        guard let root = try? Document(Array(text.utf8), as: .json).root, root.isObject else {
            doubt = "a policy of \(name) is not written out"
            return
        }
        // A place within a text is the place of the text.
        for (node, _) in PolicyStatement.all(in: root) {
            let statement = PolicyStatement(node)
            clauses.append(Clause(statement: statement, file: file, position: document.position, pointer: pointer))
        }
    }

    /// Adds a managed policy by its ARN or name.
    mutating func add(managed node: Node, in file: SourceFile, _ pointer: String) {
        let title = node.string?.split(separator: "/").last.map(String.init) ?? "a policy"
        managed.append(Managed(title: title, file: file, position: node.position, pointer: pointer))
    }

    /// Adds a trust policy, which may be a text in JSON.
    mutating func add(trust document: Node?) {
        guard let document else { return }
        let root = document.string.map { try? Document(Array($0.utf8), as: .json).root } ?? document
        trust += PolicyStatement.all(in: root).compactMap { TrustStatement($0.node) }
    }

    /// The statements that take something away; of a hostile number the first ones only, which credits less.
    private var denials: [PolicyStatement] {
        Array(clauses.lazy.map(\.statement).filter { $0.effect == "Deny" }.prefix(64))
    }

    /// How much it opens; nil when no policy of it is known, or a part is not and the rest is narrow.
    var scope: String? {
        let denials = denials
        let allowed = clauses.filter { clause in
            clause.statement.effect == "Allow" && !denials.contains { $0.withdraws(clause.statement) }
        }
        let titles = managed.map { ManagedPolicy.scope(of: $0.title) } + grants.map(\.grant.scope)
        let scopes = allowed.map(\.statement.scope) + titles.compactMap(\.self)
        let isPartial = doubt != nil || titles.contains(nil)
        let widest = ["any", "broad", "narrow"].first(where: scopes.contains)
        return isPartial && widest == "narrow" ? nil : widest
    }

    /// Who can take it on; nil when its trust policy is not known.
    var openTo: String? {
        let found = trust.map(\.openTo)
        return ["anyone", "account", "service", "named"].first(where: found.contains)
    }

    /// The managed policies that open more than a task needs.
    private var broad: [Managed] {
        managed.filter { ["any", "broad"].contains(ManagedPolicy.scope(of: $0.title) ?? "") }
    }

    /// Its name, and those of the policies that make it broad.
    var principal: String {
        broad.isEmpty ? name : "\(name) (\(broad.map(\.title).joined(separator: ", ")))"
    }

    /// The managed policy that opens as much as the whole role; nil when its statements do.
    private var heaviest: Managed? { broad.first { ManagedPolicy.scope(of: $0.title) == scope } }

    /// Records each statement as a permission, in the file that holds it.
    func recordPermissions(actor: String, for agent: AgentID, into recorder: inout Recorder) {
        for policy in managed {
            guard let (breadth, hazard) = ManagedPolicy.reach(of: policy.title) else { continue }
            var scribe = Scribe(agent, policy.file, for: recorder)
            scribe.add(
                .permission, line: policy.position, policy.pointer,
                Self.columns(
                    actor, "allow", target: policy.title, breadth: breadth, hazard: hazard, rule: policy.title))
            recorder.merge(scribe.recorder)
        }
        let denials = denials
        for clause in clauses { record(clause, denials, actor: actor, for: agent, into: &recorder) }
        for (grant, file) in grants {
            var scribe = Scribe(agent, file, for: recorder)
            let breadth = grant.scope == "any" ? "any" : grant.isConditional ? "exact" : "pattern"
            var columns = Self.columns(
                actor, "allow", target: grant.title, breadth: breadth, hazard: grant.hazard ?? "read",
                rule: "role \(grant.title)")
            if grant.hazard == nil { columns["hazard"] = .null }
            scribe.add(.permission, at: grant.node, grant.pointer, columns)
            recorder.merge(scribe.recorder)
        }
    }

    private func record(
        _ clause: Clause, _ denials: [PolicyStatement], actor: String, for agent: AgentID, into recorder: inout Recorder
    ) {
        let statement = clause.statement
        let isAllow = statement.effect == "Allow"
        guard isAllow || statement.effect == "Deny" else { return }
        let actions = statement.actions.joined(separator: ",")
        let resources = statement.resources.joined(separator: ",")
        let verb = isAllow ? "Allow" : "Deny"
        let isWithdrawn = isAllow && denials.contains { $0.withdraws(statement) }
        var columns = Self.columns(
            actor, isAllow ? "allow" : "deny", target: actions, breadth: statement.breadth, hazard: statement.hazard,
            rule: "\(verb) \(statement.isInverted ? "all but " : "")\(actions) on \(resources)")
        columns["effective"] = .boolean(!isWithdrawn)
        columns["reason"] = isWithdrawn ? "another statement denies the same on all resources" : nil
        var scribe = Scribe(agent, clause.file, for: recorder)
        scribe.add(.permission, line: clause.position, clause.pointer, columns)
        recorder.merge(scribe.recorder)
    }

    private static func columns(
        _ actor: String, _ effect: String, target: String, breadth: String, hazard: String, rule: String
    ) -> [String: Value] {
        [
            "actor": .text(actor), "effect": .text(effect),
            "capability": hazard == "privilege" && breadth == "any" ? "any" : "tool",
            "target": .text(Redaction.redact(target)), "breadth": .text(breadth), "hazard": .text(hazard),
            "rule": .text(Redaction.redact(rule)), "level": "project", "effective": true,
        ]
    }
}

extension CloudRole {
    /// Records that an agent, or a part of it, acts as the role.
    func record(
        holder: String, actor: String, at reference: Node, _ pointer: String, _ scribe: inout Scribe
    ) {
        // A broad role is cited at the policy that makes it so.
        let cause = heaviest.flatMap { $0.file.path == scribe.file.path ? $0 : nil }
        scribe.add(
            .credential, line: cause?.position ?? reference.position, cause?.pointer ?? pointer,
            [
                "holder": .text(holder), "name": .text(Redaction.redact(name)), "kind": "token",
                "storage": "federated", "detector": "iam-role", "principal": .text(Redaction.redact(principal)),
                "scope_breadth": Value(scope), "obtainable_by": Value(openTo),
                "ttl_seconds": Value(sessionSeconds),
            ])
        if !isDescribed {
            scribe.cover([.permission], .partial, because: "the policies of \(name) are not among the files")
        } else if let doubt {
            scribe.cover([.permission], .partial, because: doubt)
        }
        recordPermissions(actor: actor, for: scribe.agent, into: &scribe.recorder)
    }
}
